//! The Marketplace: one search, and what it tells.

use std::sync::Arc;

use image_console_platform::AbortHandle;
use image_console_upstream::oracle_marketplace::connection_test::{classify, request};

use super::{Report, TIMEOUT_MS};
use crate::state::client;
use crate::state::connections::{Connected, Connections};

/// Makes the call.
pub async fn run(connections: Connections, connected: &Arc<Connected>, abort: &AbortHandle) -> Report {
    let found = classify(&client::send(connections, connected, &request(), TIMEOUT_MS, abort).await);
    let (why, next) = found.explanation.map(|e| (e.why, e.next)).unwrap_or_default();
    Report { headline: found.headline, why, next, error: found.error, details: Vec::new() }
}
