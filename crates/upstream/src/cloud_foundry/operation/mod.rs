//! The two actions that become operations, and following an operation that somebody else started.
//! Both are followed by the job that the answer names (contract §5). Where there is no job to ask,
//! the instance's `last_operation` is read instead; it does not say whose it is, so nothing is
//! claimed from it that it does not tell.
//!
//! May depend on the `operation` crate beside what the module may.

mod accepted;
mod address;
mod asked;
mod by_instance;
mod by_job;
mod follow;
mod link;
mod start;
mod words;

#[cfg(test)]
mod engine_tests;
#[cfg(test)]
mod fallback_tests;
#[cfg(test)]
mod tests;

use image_console_operation::Followers;

use super::rules::Action;

pub use asked::{is_busy, restore_values};
pub use link::{address, text};
pub use start::{Instance, Start, found, found_last_operation, prepare};
pub use words::title;

/// What operations of this module call their upstream.
pub const UPSTREAM: &str = "cloud-foundry";

/// Whatever the instance's `last_operation` is, followed to its end; for one that was in the way of
/// another (409).
pub const LAST_OPERATION: &str = "ServiceInstanceLastOperation";

/// Adds the followers.
#[must_use]
pub fn register(followers: Followers) -> Followers {
    followers
        .with(UPSTREAM, Action::RestoreServiceInstance.name(), follow::Job { repeats: false })
        .with(UPSTREAM, Action::CreateServiceInstanceBackup.name(), follow::Job { repeats: true })
        .with(UPSTREAM, LAST_OPERATION, follow::Last)
}
