//! The objects of the API. What the contract does not name is kept, and a field of another type
//! than documented stays visible as it came.

mod backup;
mod discovery;
mod job;
mod last_operation;
mod page;
mod permissions;
mod service_instance;

#[cfg(test)]
mod tests;

use serde_json::Value;

pub use backup::Backup;
pub use discovery::{Info, Root};
pub use job::Job;
pub use last_operation::LastOperation;
pub(super) use page::Raw;
pub use page::{Next, Page};
pub use permissions::Permissions;
pub use service_instance::{Named, Place, ServiceInstance};

/// A text at the end of a path of members.
fn text_at(value: &Value, path: &[&str]) -> Option<String> {
    path.iter().try_fold(value, |value, name| value.get(name))?.as_str().map(str::to_owned)
}
