//! The five actions that become operations, and how each is followed when its answer is not the
//! end: an answer may come late or be cut off by the front proxy after 120 s while the work goes
//! on (contract §7.3), so nothing is ever called failed on account of that, and no request is
//! ever sent twice.
//!
//! May depend on the `operation` crate beside what the module may.

mod asked;
mod clone_image;
mod create;
mod delete;
mod export;
mod follow_image;
mod import;
mod search;
mod start;
mod words;

#[cfg(test)]
mod engine_tests;
#[cfg(test)]
mod tests;

use image_console_core::config::Kind;
use image_console_operation::Followers;

use super::rules::Action;

pub use search::Known;
pub use start::{Source, Start};
pub use words::{explain_error, title};

/// What operations of this module call their upstream.
pub const UPSTREAM: &str = Kind::Triton.word();

/// Adds the followers of the five actions.
#[must_use]
pub fn register(followers: Followers) -> Followers {
    followers
        .with(UPSTREAM, Action::CreateImageFromMachine.name(), create::Create)
        .with(UPSTREAM, Action::ImportImageFromDatacenter.name(), import::Import)
        .with(UPSTREAM, Action::ExportImage.name(), export::Export)
        .with(UPSTREAM, Action::CloneImage.name(), clone_image::Clone)
        .with(UPSTREAM, Action::DeleteImage.name(), delete::Delete)
}
