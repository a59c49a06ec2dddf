//! The control interface's calls for the Marketplace.

use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response as HttpResponse;
use axum::routing::{delete, get};
use serde_json::{Value, json};

use super::super::send;
use super::super::shared::{Shared, now};
use super::handlers::{parse, refused};
use crate::wire::Response;

type Control = State<Arc<Shared>>;

/// Below `/_emulator/marketplace/`.
pub fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_emulator/marketplace/token", get(token))
        .route("/_emulator/marketplace/tokens", delete(expire))
        .route("/_emulator/marketplace/switches", get(switches).post(set_switches))
        .route("/_emulator/marketplace/uploads", get(uploads).post(start))
}

/// `GET token`: a good one, and a user that may use it.
async fn token(State(shared): Control) -> HttpResponse {
    let mut world = shared.world();
    world.settle(now());
    let token = world.marketplace().token();
    send::plain(Response::json(200, &json!({"access_token": token, "user_id": "partner@example.com"})))
}

/// `DELETE tokens`: none is good any more.
async fn expire(State(shared): Control) -> StatusCode {
    shared.world().marketplace().expire_tokens();
    StatusCode::NO_CONTENT
}

async fn switches(State(shared): Control) -> HttpResponse {
    let shown = shared.world().marketplace().switches().to_json();
    send::plain(Response::json(200, &shown))
}

async fn set_switches(State(shared): Control, body: String) -> HttpResponse {
    let set = parse(&body)
        .and_then(|value| shared.world().marketplace().switches().set(&value).map_err(|error| error.0));
    match set {
        Ok(()) => switches(State(shared)).await,
        Err(message) => refused(&message),
    }
}

/// `GET uploads`: all of them, as they stand.
async fn uploads(State(shared): Control) -> HttpResponse {
    let mut world = shared.world();
    world.settle(now());
    let uploads: Value = world.marketplace().uploads().into();
    send::plain(Response::json(200, &uploads))
}

/// `POST uploads`: starts one.
async fn start(State(shared): Control, body: String) -> HttpResponse {
    let mut world = shared.world();
    world.settle(now());
    let started =
        parse(&body).and_then(|value| world.marketplace().start_upload(value).map_err(|error| error.0));
    match started {
        Ok(id) => send::plain(Response::json(200, &json!({"uploadRequestId": id}))),
        Err(message) => refused(&message),
    }
}
