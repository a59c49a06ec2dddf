//! The API's origin: the control interface, and the ways to the upstreams.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Request as HttpRequest, State};
use axum::response::Response as HttpResponse;
use serde_json::json;

use super::shared::{Shared, now};
use super::{body, control, proxy, send};
use crate::wire::Response;

/// All of the origin.
pub fn router(shared: Arc<Shared>) -> Router {
    control::router().fallback(upstream).with_state(shared)
}

async fn upstream(State(shared): State<Arc<Shared>>, request: HttpRequest) -> HttpResponse {
    let (parts, content) = request.into_parts();
    let via = parts.uri.path_and_query().map_or("/", |target| target.as_str()).to_owned();
    let headers = send::headers(&parts);
    // Before the world acts, so that a release in between is not missed.
    let release = shared.release.subscribe();
    let Some(address) = proxy::address(&via) else {
        let hint = "this is the API of the emulator; see /_emulator/";
        return send::plain(Response::json(404, &json!({"message": hint})));
    };
    let content = body::read(content).await;
    let request = proxy::request(parts.method.as_str(), &via, headers, content);
    let reply = proxy::forward(&mut shared.world(), address, request, now());
    tokio::time::sleep(shared.latency()).await;
    send::reply(reply, release).await
}
