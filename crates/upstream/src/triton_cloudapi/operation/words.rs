//! What people read about these operations.

use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Operation, Reading};

use crate::explanation::Explanation;
use crate::triton_cloudapi::explain::{explain, explain_image_error};
use crate::triton_cloudapi::rules::Action;

pub(super) const ANSWER_LOST: &str = "The answer was lost, so it is not known whether it was done";
pub(super) const NOT_SEEN: &str = "No new image of this name and version so far";
pub(super) const FOUND_BY_NAME: &str =
    "The answer was lost; this is the only image of this name and version that was not there before";

/// What an action is called in the Activity list.
#[must_use]
pub fn title(action: &str) -> &str {
    let known = [
        (Action::CreateImageFromMachine, "Create image from machine"),
        (Action::ImportImageFromDatacenter, "Import image from datacenter"),
        (Action::ExportImage, "Export image"),
        (Action::CloneImage, "Clone image"),
        (Action::DeleteImage, "Delete image"),
    ];
    known.into_iter().find(|(a, _)| a.name() == action).map_or(action, |(_, title)| title)
}

/// Explains why an operation failed: by the image's own error code where the image says it, else
/// as any failed call.
#[must_use]
pub fn explain_error(error: &ApiError) -> Explanation {
    let by_image = error.kind == ErrorKind::Refused && error.status.is_none();
    let code = error.code.as_deref().filter(|_| by_image);
    code.and_then(explain_image_error).unwrap_or_else(|| {
        if by_image {
            Explanation::new(
                "The server could not make the image.",
                "Look at the message below, or give the operator the image's id.",
            )
        } else {
            explain(error)
        }
    })
}

pub(super) fn image(operation: &Operation, id: &str) -> String {
    format!("image {id} on {}", operation.resource.connection)
}

pub(super) fn list(operation: &Operation) -> String {
    format!(
        "the images of {} in all states, for one called {}",
        operation.resource.connection, operation.resource.name
    )
}

/// Images that might be the one: the user has to tell.
pub(super) fn candidates(operation: &Operation, ids: &[String]) -> Reading {
    let why = if ids.len() == 1 {
        "The answer was lost. An image of this name and version is there, but whether it is the new one cannot be told"
    } else {
        "The answer was lost. Several images of this name and version are there, and which one is new cannot be told"
    };
    Reading::unknown(why, format!("{} on {}", ids.join(", "), operation.resource.connection))
}
