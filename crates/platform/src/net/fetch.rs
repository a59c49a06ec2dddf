//! A request and its whole answer, for everything but long lists.

use image_console_core::{ApiError, Response};

use super::abort::AbortHandle;
use super::call::Call;
use super::stream;

/// Sends a request and waits for the whole answer, whatever its status.
///
/// # Errors
/// As [`stream::open`], and as [`Body::next`](super::body::Body::next) for an answer that breaks
/// off.
pub async fn send(call: &Call<'_>, abort: &AbortHandle) -> Result<Response, ApiError> {
    let answer = stream::open(call, abort).await?;
    Ok(Response { status: answer.status, headers: answer.headers, body: answer.body.collect().await? })
}
