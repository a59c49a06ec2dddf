//! The control interface's calls for Cloud Foundry.

use std::sync::Arc;

use axum::Router;
use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::Response as HttpResponse;
use axum::routing::{delete, get};
use serde_json::{Value, json};

use super::super::send;
use super::super::shared::{Shared, now};
use super::handlers::{parse, refused};
use crate::wire::{Response, query};

type Control = State<Arc<Shared>>;

/// Below `/_emulator/cloud-foundry/`.
pub fn router() -> Router<Arc<Shared>> {
    Router::new()
        .route("/_emulator/cloud-foundry/passcode", get(passcode))
        .route("/_emulator/cloud-foundry/token", get(token))
        .route("/_emulator/cloud-foundry/tokens", delete(expire))
        .route("/_emulator/cloud-foundry/restores", get(restores))
        .route("/_emulator/cloud-foundry/jobs", delete(purge))
        .route("/_emulator/cloud-foundry/switches", get(switches).post(set_switches))
}

/// `GET passcode?user=…`: one that is good once.
async fn passcode(State(shared): Control, RawQuery(text): RawQuery) -> HttpResponse {
    let user = parameter(text, "user").unwrap_or_else(|| "dev".into());
    let mut world = shared.world();
    world.settle(now());
    match world.cloud_foundry().passcode(&user) {
        Some(passcode) => send::plain(Response::json(200, &json!({"user": user, "passcode": passcode}))),
        None => refused(&format!("there is no user {user}")),
    }
}

/// `GET token?user=…`: what the token server answers to a sign-in.
async fn token(State(shared): Control, RawQuery(text): RawQuery) -> HttpResponse {
    let user = parameter(text, "user").unwrap_or_else(|| "dev".into());
    let mut world = shared.world();
    world.settle(now());
    match world.cloud_foundry().sign_in(&user) {
        Some(tokens) => send::plain(Response::json(200, &tokens)),
        None => refused(&format!("there is no user {user}")),
    }
}

/// `DELETE tokens`: no access token is good any more; with `?refresh=true` no other one either.
async fn expire(State(shared): Control, RawQuery(text): RawQuery) -> StatusCode {
    let refresh = parameter(text, "refresh").is_some_and(|value| value == "true");
    shared.world().cloud_foundry().expire_tokens(refresh);
    StatusCode::NO_CONTENT
}

/// `GET restores`: those that were taken on, by instance.
async fn restores(State(shared): Control) -> HttpResponse {
    let mut world = shared.world();
    world.settle(now());
    let restores = Value::Object(world.cloud_foundry().all_restores());
    send::plain(Response::json(200, &restores))
}

/// `DELETE jobs?guid=…`: the job is forgotten, its work goes on.
async fn purge(State(shared): Control, RawQuery(text): RawQuery) -> StatusCode {
    shared.world().cloud_foundry().purge_job(&parameter(text, "guid").unwrap_or_default());
    StatusCode::NO_CONTENT
}

async fn switches(State(shared): Control) -> HttpResponse {
    let shown = shared.world().cloud_foundry().switches().to_json();
    send::plain(Response::json(200, &shown))
}

async fn set_switches(State(shared): Control, body: String) -> HttpResponse {
    let set = parse(&body)
        .and_then(|value| shared.world().cloud_foundry().switches().set(&value).map_err(|error| error.0));
    match set {
        Ok(()) => switches(State(shared)).await,
        Err(message) => refused(&message),
    }
}

fn parameter(text: Option<String>, name: &str) -> Option<String> {
    let pairs = query::pairs(text.as_deref().unwrap_or_default());
    pairs.into_iter().find(|(known, _)| known == name).map(|(_, value)| value)
}
