//! RestoreContainerImage as an operation (contract §3): it ends with its answer. Attempts whose
//! outcome is open are repeated under the retry token, and after that the image is asked.
//!
//! May depend on the `operation` crate beside what the module may.

mod restore_image;
mod start;
mod words;

#[cfg(test)]
mod tests;

use image_console_operation::Followers;

pub use start::{Source, Start};
pub use words::{explain_error, title};

/// What operations of this module call their upstream.
pub const UPSTREAM: &str = "oci-artifacts";

/// The action's name, as the API spells it.
pub const RESTORE_CONTAINER_IMAGE: &str = "RestoreContainerImage";

/// Adds the follower of the restoration.
#[must_use]
pub fn register(followers: Followers) -> Followers {
    followers.with(UPSTREAM, RESTORE_CONTAINER_IMAGE, restore_image::RestoreContainerImage)
}
