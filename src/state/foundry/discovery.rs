//! Under which addresses a Cloud Foundry knows itself (cloud-foundry-v3.md §1.1): an address in an answer
//! is followed only there.

use std::cell::RefCell;

use image_console_core::config::CloudFoundry;
use image_console_core::{ApiError, Few};
use image_console_platform::AbortHandle;
use image_console_upstream::cloud_foundry::requests::{parse_root, root};

use crate::state::client;
use crate::state::connections::Connected;

thread_local! {
    /// By the connection's id, with what it said when it was asked.
    static KNOWN: RefCell<Few<(CloudFoundry, Vec<String>)>> = const { RefCell::new(Few::new()) };
}

/// The addresses of a connection's API: the one that is set for it, else those of its root document, and
/// the endpoint. The root is asked once for each connection as it is set.
///
/// # Errors
/// When no answer came, or it is not the root of a Cloud Foundry.
pub async fn addresses(connected: &Connected, abort: &AbortHandle) -> Result<Vec<String>, ApiError> {
    let connection = &connected.connection;
    let Some(foundry) = connection.cloud_foundry() else { return Ok(Vec::new()) };
    if !foundry.api_url.is_empty() {
        return Ok(vec![foundry.api_url.clone(), foundry.endpoint.clone()]);
    }
    let known = KNOWN.with_borrow(|all| {
        all.get(&connection.id).filter(|(of, _)| of == foundry).map(|(_, addresses)| addresses.clone())
    });
    if let Some(known) = known {
        return Ok(known);
    }
    let request = root();
    let answer = client::send_unsigned(connected, &request, client::READ_TIMEOUT_MS, abort).await?;
    let mut addresses = parse_root(&answer).map_err(super::at(&request))?.api();
    addresses.push(foundry.endpoint.clone());
    let entry = (foundry.clone(), addresses.clone());
    KNOWN.with_borrow_mut(|all| all.insert(connection.id.clone(), entry));
    Ok(addresses)
}
