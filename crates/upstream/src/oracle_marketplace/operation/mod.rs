//! Following a machine image upload that was started elsewhere: found by its id, asked about until
//! a final status, cheaply while nothing changes (contract §3.1, §3.2, §4).
//!
//! May depend on the `operation` crate beside what the module may.

mod address;
mod follow;
mod link;
mod part;
mod reading;
mod recent;
mod words;

#[cfg(test)]
mod engine_tests;
#[cfg(test)]
mod tests;

use image_console_core::time::Timestamp;
use image_console_operation::{Followers, Operation, Resource};

pub(super) use address::Address;
pub use link::{address, text};
pub use words::{title, upload_name};

/// What operations of this module call their upstream.
pub const UPSTREAM: &str = "oracle-marketplace";

/// The one action: an upload, followed to its end.
pub const MACHINE_IMAGE_UPLOAD: &str = "MachineImageUpload";

/// Adds the follower of uploads.
#[must_use]
pub fn register(followers: Followers) -> Followers {
    followers.with(UPSTREAM, MACHINE_IMAGE_UPLOAD, follow::MachineImageUpload)
}

/// The operation that follows an upload, to be given to the engine as one that was started
/// elsewhere. `upload_request_id` is one that [`super::requests::upload_request_id`] has passed;
/// `name` is what is known of the upload ([`upload_name`]), or nothing.
#[must_use]
pub fn found(
    id: impl Into<String>,
    connection: &str,
    upload_request_id: &str,
    name: Option<String>,
    now: Timestamp,
) -> Operation {
    let resource = Resource {
        kind: "machine image upload".to_owned(),
        id: Some(upload_request_id.to_owned()),
        name: name.unwrap_or_else(|| upload_request_id.to_owned()),
        connection: connection.to_owned(),
    };
    let address = Address::of(upload_request_id).json();
    Operation::found(id, (UPSTREAM, MACHINE_IMAGE_UPLOAD), connection, resource, address, now)
}
