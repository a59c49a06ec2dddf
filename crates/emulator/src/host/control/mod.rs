//! `/_emulator/`: what a visitor or a test outside the process may see and steer. Nothing that
//! happens here is written into the journal.

mod cloud_foundry;
mod handlers;
mod keys;
mod marketplace;
mod oci;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::middleware::{self, Next};
use axum::response::{Html, Response as HttpResponse};
use axum::routing::{get, post};

use super::shared::Shared;
use super::{cors, send};
use crate::wire::Response;

/// The control interface.
pub fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_emulator", get(index))
        .route("/_emulator/", get(index))
        .route("/_emulator/journal", get(handlers::journal).delete(handlers::clear_journal))
        .route("/_emulator/faults", post(handlers::add_fault).delete(handlers::clear_faults))
        .route("/_emulator/clock", get(handlers::clock).post(handlers::set_clock))
        .route("/_emulator/switches", get(handlers::switches).post(handlers::set_switches))
        .route("/_emulator/reset", post(handlers::reset))
        .route("/_emulator/key", get(keys::download))
        .merge(marketplace::router())
        .merge(cloud_foundry::router())
        .route("/_emulator/oci-config", get(oci::config))
        .route("/_emulator/oci-session-token", get(oci::session_token))
        .layer(middleware::from_fn(with_cors))
}

async fn index() -> Html<&'static str> {
    Html(include_str!("index.html"))
}

/// The same CORS as the proxy's, so that a page may steer too.
async fn with_cors(request: Request, next: Next) -> HttpResponse {
    let (parts, body) = request.into_parts();
    let headers = send::headers(&parts);
    if cors::is_preflight(parts.method.as_str(), &headers) {
        return send::plain(cors::preflight(&headers));
    }
    let mut response = next.run(Request::from_parts(parts, body)).await;
    let mut added = Response::default();
    cors::decorate(&mut added, &headers);
    let added = send::plain(added);
    response.headers_mut().extend(added.headers().clone());
    response
}
