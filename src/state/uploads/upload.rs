//! Reading one upload by itself.

use std::sync::Arc;

use image_console_core::{ApiError, Headers, Request, Response};
use image_console_platform::AbortHandle;
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest;
use image_console_upstream::oracle_marketplace::requests;

use crate::state::client;
use crate::state::connections::{Connected, Connections};

/// An upload with what its answer told beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LoadedUpload {
    /// Every field.
    pub upload: MachineImageUploadRequest,
    /// The headers that a page may read.
    pub headers: Headers,
    /// The body as it came.
    pub text: String,
}

/// Reads an upload from the answer to a question for its detailed status.
///
/// # Errors
/// An error status, or a body that is no JSON object.
pub fn of(answer: &Response) -> Result<LoadedUpload, ApiError> {
    let upload = requests::parse_detailed_status(answer)?;
    Ok(LoadedUpload { upload, headers: answer.headers.clone(), text: answer.text() })
}

/// Asks for the detailed status of an upload (marketplace-publisher.md §3.1).
///
/// # Errors
/// When no answer came, the upstream refused, or the answer is not an upload.
pub async fn get(
    connections: Connections,
    connected: Arc<Connected>,
    id: String,
    abort: AbortHandle,
) -> Result<LoadedUpload, ApiError> {
    let request = requests::detailed_status(&id);
    let answer = client::send(connections, &connected, &request, client::READ_TIMEOUT_MS, &abort).await?;
    of(&answer).map_err(|error| error.at(address(&request)))
}

/// What was asked, as errors name it.
pub(super) fn address(request: &Request) -> String {
    format!("{} {}", request.method, request.target)
}
