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
        ConfigFile::Every => Response::json(200, &every_connection(&shared)),
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

/// The same, then the Marketplace and Cloud Foundry: each through the proxy that adds the
/// credentials, and once more through the plain one.
fn every_connection(shared: &Shared) -> Value {
    let mut all = connections(shared);
    let api = &shared.api_origin;
    let more = [
        json!({
            "id": "marketplace", "name": "Marketplace", "kind": "marketplace",
            "endpoint": format!("{api}/marketplace-as"), "authentication": {"method": "proxy"},
        }),
        json!({
            "id": "marketplace-token", "name": "Marketplace, own token", "kind": "marketplace",
            "endpoint": format!("{api}/marketplace"),
        }),
        json!({
            "id": "cloud-foundry", "name": "Cloud Foundry", "kind": "cloud-foundry",
            "endpoint": format!("{api}/cf-as/dev"), "uaaEndpoint": format!("{api}/cf-uaa"),
            "authentication": {"method": "proxy"},
        }),
        json!({
            "id": "cloud-foundry-sign-in", "name": "Cloud Foundry, own sign-in", "kind": "cloud-foundry",
            "endpoint": format!("{api}/cf"), "uaaEndpoint": format!("{api}/cf-uaa"),
        }),
    ];
    if let Some(connections) = all.get_mut("connections").and_then(Value::as_array_mut) {
        connections.extend(more);
    }
    all
}
