//! Triton: a sign of life and an authenticated call, and what both tell.

use std::sync::Arc;

use image_console_platform::{AbortHandle, clock};
use image_console_upstream::triton_cloudapi::connection_test::{Observed, classify};
use image_console_upstream::triton_cloudapi::{Caller, requests};

use super::{Report, TIMEOUT_MS};
use crate::state::client;
use crate::state::connections::{Connected, Connections};

/// Makes both calls.
pub async fn run(connections: Connections, connected: &Arc<Connected>, abort: &AbortHandle) -> Report {
    let caller = Caller::from(&connected.connection);
    let ping = client::send_unsigned(connected, &requests::ping(&caller), TIMEOUT_MS, abort).await;
    let at = clock::now();
    let question = requests::list_datacenters(&caller);
    let call = client::send(connections, connected, &question, TIMEOUT_MS, abort).await;
    let found = classify(&Observed { ping: &ping, call: &call, at });
    let (why, next) = found.explanation.map(|e| (e.why, e.next)).unwrap_or_default();
    Report { headline: found.headline, why, next, error: found.error, details: Vec::new() }
}
