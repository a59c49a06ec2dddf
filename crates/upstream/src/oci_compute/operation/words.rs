//! What people read about exports.

use image_console_core::{ApiError, ErrorKind};
use image_console_operation::Operation;

use super::{EXPORT_IMAGE, asked};
use crate::explanation::Explanation;
use crate::oci::explain::explain;

pub(super) const LOST: &str = "The answer was lost; looking for the work request it may have started";
pub(super) const NONE_SO_FAR: &str = "No work request of this image since then so far";
pub(super) const FOUND: &str =
    "The answer was lost; this is the only work request of the image since it was sent";
pub(super) const FOUND_ACCEPTED: &str =
    "The answer named no work request; this is the only one of the image since then";
pub(super) const STATE_OF_IMAGE: &str = "lifecycleState of the image";
pub(super) const VANISHED: &str = "The work request is no longer known, so the image is asked instead. Only the work request would tell whether the export succeeded";
pub(super) const ENDED_VANISHED: &str = "The image has left EXPORTING, so the export has ended. It does so after success and failure alike; only the work request tells which, and that is no longer known";
pub(super) const ENDED_UNNAMED: &str = "The image has left EXPORTING, so the export has ended. It does so after success and failure alike; only the work request tells which, and none is known";
pub(super) const NOT_DONE: &str = "The answer was lost. No work request of the image since then is known and the image is not EXPORTING, so it was most likely not carried out";

/// What an action is called in the Activity list.
#[must_use]
pub fn title(action: &str) -> &str {
    if action == EXPORT_IMAGE { "Export image" } else { action }
}

/// Explains why an export failed: a failed work request in its own right, else as any failed call,
/// with what is particular to exports.
#[must_use]
pub fn explain_error(error: &ApiError) -> Explanation {
    let code = error.code.as_deref().unwrap_or_default();
    match (&error.kind, error.status) {
        (ErrorKind::Refused, None) => Explanation::new(
            "The service took the export up, but its work request did not succeed.",
            "Look at the work request's errors and log below. Often the bucket is gone, or a pre-authenticated URL has expired or does not allow writing.",
        ),
        (ErrorKind::Refused, Some(404)) if code == "NotAuthorizedOrNotFound" => Explanation::new(
            "Either the image or the bucket does not exist, or you may not use it: the service gives the same answer for all of these, so that nobody can find out what exists.",
            "Check the image, the namespace and the bucket. If they are right, ask an administrator for policies that allow exporting the image and writing to the bucket.",
        ),
        (ErrorKind::Refused, Some(409)) if code == "IncorrectState" => Explanation::new(
            "The image was not AVAILABLE, and did not become so while the request was repeated.",
            "Wait until it is AVAILABLE, for example until another export has ended, then try again.",
        ),
        _ => explain(error),
    }
}

pub(super) fn look_at(operation: &Operation) -> String {
    let connection = &operation.resource.connection;
    match asked::destination(operation) {
        Some(destination) => {
            format!("{destination}, and at image {} on {connection}", asked::image(operation))
        }
        None => format!("image {} on {connection}", asked::image(operation)),
    }
}
