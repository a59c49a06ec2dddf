//! What was asked, read back from an operation's own request: this survives a reload and a
//! repetition, which both lose everything a follower might keep beside it.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Response, encode};
use image_console_operation::{Answer, Operation};
use serde_json::Value;

use crate::cloud_foundry::error::{self, parse_error};
use crate::cloud_foundry::requests::{Restore, RestoreFrom};

/// The instance in the request's path, `/v3/service_instances/{guid}/…`.
pub(super) fn instance(operation: &Operation) -> Option<String> {
    let rest = operation.request.as_ref()?.target.strip_prefix("/v3/service_instances/")?;
    encode::decode(rest.split(['/', '?']).next()?).filter(|guid| !guid.is_empty())
}

/// The values of a restore, to fill its dialog with them again; `None` for another operation.
#[must_use]
pub fn restore_values(operation: &Operation) -> Option<Restore> {
    let request = operation.request.as_ref()?;
    let body: Value = serde_json::from_str(request.body.as_deref()?).ok()?;
    let text = |name: &str| body.get(name)?.as_str().map(str::to_owned);
    let from = match text("backup_id") {
        Some(id) => RestoreFrom::Backup(id),
        None => RestoreFrom::PointInTime(Timestamp::parse(&text("target_timestamp")?)?),
    };
    Some(Restore { from, source_service_instance_guid: text("source_service_instance_guid") })
}

/// Whether a refusal says that another operation of the instance is under way: then that one can
/// be followed ([`super::found_last_operation`]).
#[must_use]
pub fn is_busy(error: &ApiError) -> bool {
    error::is(error, &error::OPERATION_IN_PROGRESS)
}

/// The error of an answer that is not a success; the answer itself otherwise.
pub(super) fn success(answer: Answer) -> Result<Response, ApiError> {
    let response = answer?;
    if response.is_success() { Ok(response) } else { Err(parse_error(&response)) }
}

/// Whether the server certainly did nothing although its status alone would leave that open.
pub(super) fn certainly_refused(error: &ApiError) -> bool {
    error::is(error, &error::BROKER_REJECTED)
}

/// Whether a submission failed for a reason of the moment: the server certainly did nothing, and
/// the same may be tried again.
pub(super) fn was_bad_moment(operation: &Operation) -> bool {
    let Some(error) = operation.error.as_ref().map(ApiError::from) else { return false };
    let status = matches!(error.status, Some(401 | 403 | 409 | 429));
    status || matches!(error.kind, ErrorKind::NotSigned | ErrorKind::ReadOnly)
}

/// Whether the API itself says that what was asked about is not there: a proxy's page with the
/// same status says nothing.
pub(super) fn says_not_found(error: &ApiError) -> bool {
    error.status == Some(404) && error::is(error, &error::RESOURCE_NOT_FOUND)
}
