//! The calls, one function to build each and one to read its answer. Targets begin with `/v3`;
//! authentication is added by whoever sends them. Asking for a token is in
//! [`crate::cloud_foundry::token`].

mod answer;
mod backups;
mod discovery;
mod jobs;
mod places;
mod service_instances;

#[cfg(test)]
mod tests;

pub use answer::RateLimit;
pub use backups::{Restore, RestoreFrom, create_backup, list_backups, parse_backups, restore};
pub use discovery::{info, parse_info, parse_root, root};
pub use jobs::{get_job, parse_job};
pub use places::{organizations, parse_places, spaces};
pub use service_instances::{
    InstanceFilter, get_permissions, get_service_instance, list_service_instances, next_page,
    parse_permissions, parse_service_instance, parse_service_instances,
};

use image_console_core::{Method, Request, encode};

/// A request that wants JSON.
fn request(method: Method, target: impl Into<String>) -> Request {
    Request::new(method, target).header("Accept", "application/json")
}

/// `/v3/service_instances/{guid}`.
fn instance_path(guid: &str) -> String {
    format!("/v3/service_instances/{}", encode::component(guid))
}
