//! Cloud Foundry: the root, which needs no token, and a list with it, and what both tell.

use std::sync::Arc;

use image_console_core::Service;
use image_console_platform::AbortHandle;
use image_console_upstream::cloud_foundry::connection_test::{classify, requests};

use super::{Report, TIMEOUT_MS};
use crate::state::client;
use crate::state::connections::{Connected, Connections};

/// Makes both calls.
pub async fn run(connections: Connections, connected: &Arc<Connected>, abort: &AbortHandle) -> Report {
    let [root, list] = requests();
    let root = client::send_unsigned(connected, &root, TIMEOUT_MS, abort).await;
    let list = client::send(connections, connected, &list, TIMEOUT_MS, abort).await;
    let found = classify(&root, &list);
    let (why, next) = found.explanation.map(|e| (e.why, e.next)).unwrap_or_default();
    let mut details = Vec::new();
    if let Some(root) = &found.root {
        let mut add = |name: &str, value: Option<String>| {
            details.push((name.to_owned(), value.unwrap_or_else(|| "not said".to_owned())));
        };
        add("Its own address", root.link("self"));
        add("Sign-in", root.link("login"));
        if connected.connection.root(Service::Uaa).is_some() {
            add("Token server", root.link("uaa"));
        }
    }
    Report { headline: found.headline, why, next, error: found.error, details }
}
