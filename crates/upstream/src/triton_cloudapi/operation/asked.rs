//! What was asked, read back from an operation's own request: this survives a reload and a
//! repetition, which both lose everything a follower might keep beside it.

use image_console_core::{ApiError, ErrorKind, Response, encode};
use image_console_operation::{Answer, Operation};
use serde_json::Value;

use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::error::{bare, parse_error};

/// As whom the operation was sent, so that the questions about it go out the same way.
pub(super) fn caller(operation: &Operation) -> Caller {
    let Some(request) = &operation.request else { return Caller::default() };
    let login = request.target.split('/').nth(1).unwrap_or_default();
    let login = login.split('?').next().and_then(encode::decode).unwrap_or_default();
    let version = request.headers.iter().find(|(name, _)| name.eq_ignore_ascii_case("Accept-Version"));
    Caller::new(&login, version.map(|(_, value)| value.as_str()))
}

/// The image in the request's path, `/{login}/images/{id}`.
pub(super) fn image_in_path(operation: &Operation) -> Option<String> {
    let path = operation.request.as_ref()?.target.split('?').next()?;
    encode::decode(path.split('/').nth(3)?).filter(|id| !id.is_empty())
}

/// A value of the request's query.
pub(super) fn in_query(operation: &Operation, name: &str) -> Option<String> {
    let (_, query) = operation.request.as_ref()?.target.split_once('?')?;
    encode::query_pairs(query).into_iter().find(|(n, _)| n == name).map(|(_, value)| value)
}

/// A text of the request's body.
pub(super) fn in_body(operation: &Operation, name: &str) -> Option<String> {
    let body: Value = serde_json::from_str(operation.request.as_ref()?.body.as_deref()?).ok()?;
    body.get(name)?.as_str().map(str::to_owned)
}

/// The error of an answer that is not a success; the answer itself otherwise.
pub(super) fn success(answer: Answer) -> Result<Response, ApiError> {
    let response = answer?;
    if response.is_success() { Ok(response) } else { Err(parse_error(&response)) }
}

/// Whether the server certainly did nothing although its status alone would leave that open: in
/// maintenance, and where it says that the storage is missing or down (§7.2).
pub(super) fn certainly_refused(error: &ApiError) -> bool {
    let code = error.code.as_deref();
    code == Some("ServiceUnavailableError")
        || code.map(bare).is_some_and(|c| matches!(c, "StorageUnsupported" | "StorageIsDown"))
}

/// Whether a failure was about the moment and not about what was asked: the same may be tried
/// again. Only where the server certainly did nothing.
pub(super) fn was_bad_moment(operation: &Operation) -> bool {
    let Some(error) = operation.error.as_ref().map(ApiError::from) else { return false };
    let status = matches!(error.status, Some(401 | 403 | 420 | 429));
    status || matches!(error.kind, ErrorKind::NotSigned | ErrorKind::ReadOnly) || certainly_refused(&error)
}

/// Whether an answer says that the image is not there, in the API's own words: a proxy's page with
/// the same status says nothing about images.
pub(super) fn says_not_found(error: &ApiError) -> bool {
    error.status == Some(404) && error.code.as_deref().map(bare) == Some("ResourceNotFound")
}
