//! ExportImage as an operation: followed by its work request where one is known, and by the image's
//! `lifecycleState` otherwise (contract §4.3, §5). Attempts whose outcome is open are repeated under
//! the retry token; nothing is called failed because an answer was lost.
//!
//! May depend on the `operation` crate beside what the module may.

mod asked;
mod export_image;
mod stage;
mod start;
mod words;
mod work_request;

#[cfg(test)]
mod engine_tests;
#[cfg(test)]
mod tests;

use image_console_operation::Followers;

pub use start::{Source, Start};
pub use words::{explain_error, title};

/// What operations of this module call their upstream.
pub const UPSTREAM: &str = "oci-compute";

/// The action's name, as the API spells it.
pub const EXPORT_IMAGE: &str = "ExportImage";

/// Adds the follower of the export.
#[must_use]
pub fn register(followers: Followers) -> Followers {
    followers.with(UPSTREAM, EXPORT_IMAGE, export_image::ExportImage)
}
