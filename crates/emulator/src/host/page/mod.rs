//! The page's origin: the built files as a careful web server would send them.

mod config;
pub(super) mod files;
mod headers;

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::middleware::{self, Next};
use axum::response::Response as HttpResponse;
use axum::routing::{get, post};

use super::send;
use super::shared::Shared;

/// Reports kept at most.
const MAX_REPORTS: usize = 1000;
/// Requests written down at most.
const MAX_REQUESTS: usize = 10_000;

/// All of the origin.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .route("/config.json", get(config::get))
        .route("/_csp", post(report))
        .fallback(get(file))
        .layer(middleware::from_fn_with_state(Arc::clone(&shared), secured))
        .with_state(shared)
}

async fn file(State(shared): State<Arc<Shared>>, request: Request) -> HttpResponse {
    let (parts, _) = request.into_parts();
    let asked = send::headers(&parts);
    send::plain(files::get(shared.dist.as_deref(), parts.uri.path(), &asked))
}

/// Where the browser reports what the policy stopped.
pub(super) async fn report(State(shared): State<Arc<Shared>>, body: String) -> StatusCode {
    let mut violations = shared.violations();
    if violations.len() < MAX_REPORTS {
        violations.push(body);
    }
    StatusCode::NO_CONTENT
}

async fn secured(State(shared): State<Arc<Shared>>, request: Request, next: Next) -> HttpResponse {
    write_down(&shared, &request);
    let path = request.uri().path().to_owned();
    let mut response = next.run(request).await;
    let element = path == headers::ELEMENT;
    headers::secure(response.headers_mut(), &shared, element);
    response
}

/// What a web server's log would have of a request; no header is left out, as a log may have any.
fn write_down(shared: &Shared, request: &Request) {
    let mut requests = shared.page_requests();
    if requests.len() < MAX_REQUESTS {
        requests.push(format!("{} {} {:?}", request.method(), request.uri(), request.headers()));
    }
}
