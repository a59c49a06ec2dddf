//! What a visitor needs to use an OCI user's key: a configuration file, and session tokens.

use std::sync::Arc;

use axum::extract::{RawQuery, State};
use axum::response::Response as HttpResponse;
use serde_json::json;

use super::super::send;
use super::super::shared::{Shared, now};
use crate::wire::{Response, query};

/// `GET oci-config`: a configuration file as the vendor's tools read it.
pub async fn config(State(shared): State<Arc<Shared>>) -> HttpResponse {
    let mut world = shared.world();
    let mut section = |name: &str, user: &str, region: &str, rest: &str| {
        let (tenancy, ocid, fingerprint) = world.oci().identity(user).unwrap_or_default();
        format!(
            "[{name}]\nuser={ocid}\nfingerprint={fingerprint}\ntenancy={tenancy}\nregion={region}\n{rest}\n"
        )
    };
    let text = [
        section("DEFAULT", "ola", "eu-frankfurt-1", "key_file=~/.oci/ola.pkcs8.pem\n"),
        section(
            "ASHBURN",
            "ola",
            "us-ashburn-1",
            "key_file=~/.oci/ola.pkcs8-encrypted.pem\npass_phrase=ola\n",
        ),
        section("READER", "reader", "eu-frankfurt-1", "key_file=~/.oci/reader.pkcs8.pem\n"),
        section(
            "SESSION",
            "ola",
            "eu-frankfurt-1",
            "key_file=~/.oci/sessions/SESSION/oci_api_key.pem\nsecurity_token_file=~/.oci/sessions/SESSION/token\n",
        ),
    ];
    send::plain(file(text.concat(), "config"))
}

/// `GET oci-session-token?minutes=…&user=…`
pub async fn session_token(State(shared): State<Arc<Shared>>, RawQuery(text): RawQuery) -> HttpResponse {
    let pairs = query::pairs(text.as_deref().unwrap_or_default());
    let value = |name: &str| pairs.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str());
    let user = value("user").unwrap_or("ola");
    let Ok(minutes) = value("minutes").unwrap_or("60").parse() else {
        return refused("minutes is a number");
    };
    let mut world = shared.world();
    let at = world.moment(now()).world;
    match world.oci().session_token(user, minutes, at) {
        Some(token) => send::plain(file(token, "token")),
        None => refused("there is no such user, or it has no session key"),
    }
}

fn file(text: String, name: &str) -> Response {
    let mut response = Response { status: 200, body: text.into_bytes(), ..Response::default() };
    response.headers.push("Content-Type", "text/plain; charset=utf-8");
    response.headers.push("Content-Disposition", format!("attachment; filename=\"{name}\""));
    response
}

fn refused(message: &str) -> HttpResponse {
    send::plain(Response::json(400, &json!({"message": message})))
}
