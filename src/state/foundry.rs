//! What is known of Cloud Foundries: where each one is by its own word, its service instances and their
//! backups. All of it comes with the part that shows it.

pub mod discovery;
pub mod instance;
pub mod list;

use std::sync::Arc;

use image_console_core::{ApiError, Request, Response};
use image_console_platform::AbortHandle;

use super::client;
use super::connections::{Connected, Connections};

/// Asks something that only reads. Errors that the answer's reader finds get their address with
/// [`at`].
async fn ask(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
    abort: &AbortHandle,
) -> Result<Response, ApiError> {
    client::send(connections, connected, request, client::READ_TIMEOUT_MS, abort).await
}

/// What was asked, as errors name it.
fn at(request: &Request) -> impl Fn(ApiError) -> ApiError {
    let address = format!("{} {}", request.method, request.target);
    move |error| error.at(address.as_str())
}
