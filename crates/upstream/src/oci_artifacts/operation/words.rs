//! What people read about restorations.

use image_console_core::{ApiError, ErrorKind};

use super::RESTORE_CONTAINER_IMAGE;
use crate::explanation::Explanation;
use crate::oci::explain::explain;

pub(super) const LOST: &str = "The answer was lost; asking for the image";
pub(super) const THERE: &str = "The answer was lost; the image is AVAILABLE, so it was restored";
pub(super) const STILL_DELETED: &str =
    "The answer was lost and the image is still DELETED, so it was most likely not restored";
pub(super) const WITHOUT_VERSION: &str =
    "The answer was lost. The image is AVAILABLE, but without the version that was asked for";

/// What an action is called in the Activity list.
#[must_use]
pub fn title(action: &str) -> &str {
    if action == RESTORE_CONTAINER_IMAGE { "Restore container image" } else { action }
}

/// Explains why a restoration failed, with what is particular to it.
#[must_use]
pub fn explain_error(error: &ApiError) -> Explanation {
    let code = error.code.as_deref().unwrap_or_default();
    match (&error.kind, error.status) {
        (ErrorKind::Refused, Some(404)) if code == "NotAuthorizedOrNotFound" => Explanation::new(
            "Either the image no longer exists, because its 48 hours are over or its repository was deleted, or you may not restore it: the service gives the same answer for all of these.",
            "Refresh the list of deleted images. If it is still there, ask an administrator for a policy that allows restoring it.",
        ),
        (ErrorKind::Refused, Some(409)) if code == "IncorrectState" => Explanation::new(
            "Only an image that is DELETED can be restored. This one is AVAILABLE, or still being deleted.",
            "Refresh the image. If it is DELETING, try again when it is DELETED.",
        ),
        (ErrorKind::Refused, Some(409)) if code == "Conflict" => Explanation::new(
            "It conflicts with what is there: most likely another image of the repository has this version.",
            "Restore it with another version, or with none.",
        ),
        _ => explain(error),
    }
}
