//! The exact request before it is sent, and the same for the command line. Secrets are
//! placeholders.

use image_console_core::Request;
use image_console_core::config::Authentication;
use image_console_platform::history;
use image_console_upstream::preview::{Auth, curl, http};
use image_console_upstream::triton_cloudapi::preview::signature_auth;
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections};

/// The request as HTTP, for `curl` and as a `triton` command.
#[must_use]
pub fn preview_forms(
    connections: Connections,
    connected: &Connected,
    request: &Request,
    command: String,
) -> Vec<(String, String)> {
    let endpoint = &connected.connection.endpoint;
    let endpoint =
        if endpoint.starts_with('/') { format!("{}{endpoint}", history::origin()) } else { endpoint.clone() };
    let auth = auth(connections, connected);
    vec![
        ("HTTP".to_owned(), http(&endpoint, request, &auth)),
        ("curl".to_owned(), curl(&endpoint, request, &auth)),
        ("triton".to_owned(), command),
    ]
}

fn auth(connections: Connections, connected: &Connected) -> Auth {
    let connection = &connected.connection;
    if connection.authentication == Authentication::Proxy {
        return Auth::by_proxy();
    }
    connections.want_keys();
    let key = connections.keys.with(|keys| {
        let key = keys.iter().find(|key| Some(&key.id) == connected.key.as_ref());
        key.map(|key| (key.fingerprint_md5.clone(), key.kind.algorithm().name()))
    });
    let (fingerprint, algorithm) = key.unwrap_or_else(|| ("FINGERPRINT".to_owned(), "rsa-sha256"));
    let user = connection.sub_user.as_ref().map(|user| format!("/users/{user}")).unwrap_or_default();
    signature_auth(&format!("/{}{user}/keys/{fingerprint}", connection.account), algorithm)
}
