//! The page's run-time configuration.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response as HttpResponse;
use serde_json::{Map, Value, json};

use super::super::options::ConfigFile;
use super::super::send;
use super::super::shared::Shared;
use crate::oci::{REALM_DOMAIN, Service};
use crate::wire::Response;

/// `GET /config.json`
pub async fn get(State(shared): State<Arc<Shared>>) -> HttpResponse {
    let config = shared.config().clone();
    let embedding = |mut config: Value| {
        if let (Some((_, origin)), Some(members)) = (&shared.portal, config.as_object_mut()) {
            members.insert("embedding".to_owned(), json!({ "origins": [origin] }));
        }
        config
    };
    let mut response = match config {
        ConfigFile::Missing => Response::empty(404),
        ConfigFile::Text(text) => Response::json_text(200, text),
        ConfigFile::Default => Response::json(200, &embedding(connections(&shared))),
        ConfigFile::Every => Response::json(200, &embedding(every_connection(&shared))),
    };
    response.headers.push("Cache-Control", "no-cache");
    send::plain(response)
}

/// A connection to each datacenter, and if switched on to each region, through the proxy that signs
/// for the demo account.
fn connections(shared: &Shared) -> Value {
    let hosts = shared.world().triton().datacenter_hosts();
    let connection = |(name, _): &(&str, &str)| {
        json!({
            "id": name, "name": name, "kind": "triton",
            "endpoint": format!("{}/triton-as/jdoe/{name}", shared.api_origin),
            "account": "jdoe", "authentication": {"method": "proxy"},
        })
    };
    let mut connections: Vec<_> = hosts.iter().map(connection).collect();
    if shared.oci_in_config {
        connections.extend(regions(shared));
    }
    json!({"connections": connections})
}

fn regions(shared: &Shared) -> Vec<Value> {
    let mut world = shared.world();
    let oci = world.oci();
    let (tenancy, user, _) = oci.identity("ola").unwrap_or_default();
    let compartments = ["shop", "shop-staging", "build", "finance"].map(|name| oci.compartment(name));
    let connection = |(region, id): (&str, &str)| {
        let endpoint = |service: Service| {
            let word = service.word();
            (word.to_owned(), format!("{}/oci-as/ola/{region}/{word}", shared.api_origin).into())
        };
        let endpoints: Map<String, Value> = Service::ALL.into_iter().map(endpoint).collect();
        json!({
            "id": id, "name": id, "kind": "oci", "region": region, "realmDomain": REALM_DOMAIN,
            "tenancy": tenancy, "user": user, "compartments": compartments, "endpoints": endpoints,
            "authentication": {"method": "proxy"},
        })
    };
    let ids = ["oci-frankfurt", "oci-ashburn"];
    oci.region_names().into_iter().zip(ids).map(connection).collect()
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
            "endpoint": format!("{api}/marketplace"), "authentication": {"method": "token"},
        }),
        json!({
            "id": "cloud-foundry", "name": "Cloud Foundry", "kind": "cloud-foundry",
            "endpoint": format!("{api}/cf-as/dev"), "uaaEndpoint": format!("{api}/cf-uaa"),
            "authentication": {"method": "proxy"},
        }),
        json!({
            "id": "cloud-foundry-sign-in", "name": "Cloud Foundry, own sign-in", "kind": "cloud-foundry",
            "endpoint": format!("{api}/cf"), "uaaEndpoint": format!("{api}/cf-uaa"),
            "authentication": {"method": "token"},
        }),
    ];
    if let Some(connections) = all.get_mut("connections").and_then(Value::as_array_mut) {
        connections.extend(more);
    }
    all
}
