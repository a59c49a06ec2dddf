//! The page that embeds the console, on an origin and under a policy of its own: what its host page needs to
//! allow, and no more.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_SECURITY_POLICY;
use axum::response::Response as HttpResponse;
use axum::routing::{get, post};

use super::page::{self, files};
use super::send;
use super::shared::Shared;

/// Where the console is in the demo. The files of the portal name it; another port takes its place here.
const CONSOLE: &str = "http://127.0.0.1:8080";

/// All of the origin.
pub fn router(shared: Arc<Shared>) -> Router {
    Router::new().route("/_csp", post(page::report)).fallback(get(file)).with_state(shared)
}

async fn file(State(shared): State<Arc<Shared>>, request: Request) -> HttpResponse {
    let (parts, _) = request.into_parts();
    let asked = send::headers(&parts);
    let folder = shared.portal.as_ref().map(|(folder, _)| folder.as_path());
    let path = match parts.uri.path() {
        "/" => "/index.html",
        path => path,
    };
    let mut response = files::get(folder, path, &asked);
    if let Ok(text) = std::str::from_utf8(&response.body) {
        response.body = text.replace(CONSOLE, &shared.page_origin).into_bytes();
    }
    let mut answer = send::plain(response);
    let console = &shared.page_origin;
    let policy = format!(
        "default-src 'none'; script-src 'self' {console}; style-src 'self'; frame-src {console}; \
         base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; \
         trusted-types 'none'; report-uri /_csp"
    );
    if let Ok(policy) = HeaderValue::from_str(&policy) {
        answer.headers_mut().insert(CONTENT_SECURITY_POLICY, policy);
    }
    answer
}
