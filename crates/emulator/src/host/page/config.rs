//! The page's run-time configuration.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response as HttpResponse;
use serde_json::{Value, json};

use super::super::options::ConfigFile;
use super::super::send;
use super::super::shared::Shared;
use crate::wire::Response;

/// `GET /config.json`
pub async fn get(State(shared): State<Arc<Shared>>) -> HttpResponse {
    let config = shared.config().clone();
    let mut response = match config {
        ConfigFile::Missing => Response::empty(404),
        ConfigFile::Text(text) => Response::json_text(200, text),
        ConfigFile::Default => Response::json(200, &connections(&shared)),
    };
    response.headers.push("Cache-Control", "no-cache");
    send::plain(response)
}

/// A connection to each datacenter through the proxy that signs for the demo account.
fn connections(shared: &Shared) -> Value {
    let hosts = shared.world().triton().datacenter_hosts();
    let connection = |(name, _): &(&str, &str)| {
        json!({
            "id": name, "name": name, "kind": "triton",
            "endpoint": format!("{}/triton-as/jdoe/{name}", shared.api_origin),
            "account": "jdoe", "authentication": {"method": "proxy"},
        })
    };
    json!({"connections": hosts.iter().map(connection).collect::<Vec<_>>()})
}
