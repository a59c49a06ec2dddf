//! The filters that servers apply, as they stand in addresses. Triton's have their own names there;
//! those of services that share an upstream have the service's word before them, because both have a
//! `displayName`.

use crate::Service;

/// The filters that ListImages documents (Triton contract §4.1), by the API's names.
pub const FILTERS: [&str; 7] = ["name", "os", "version", "public", "state", "owner", "type"];

/// Those of OCI's ListImages (oci-compute.md §4.4). `sortBy` and `sortOrder` are not among them: the
/// table sorts, and every page is read.
pub const COMPUTE_FILTERS: [&str; 5] = [
    "compute.displayName",
    "compute.operatingSystem",
    "compute.operatingSystemVersion",
    "compute.shape",
    "compute.lifecycleState",
];

/// Those of OCI's ListContainerImages (oci-container-registry.md §5.1), again without the order.
pub const ARTIFACTS_FILTERS: [&str; 9] = [
    "artifacts.compartmentIdInSubtree",
    "artifacts.repositoryId",
    "artifacts.repositoryName",
    "artifacts.displayName",
    "artifacts.imageId",
    "artifacts.version",
    "artifacts.isVersioned",
    "artifacts.imageDigest",
    "artifacts.lifecycleState",
];

/// All filters, by the service whose lists they are sent with, in the order they are shown.
pub const ALL_FILTERS: [(Service, &[&str]); 3] = [
    (Service::Api, &FILTERS),
    (Service::Compute, &COMPUTE_FILTERS),
    (Service::Artifacts, &ARTIFACTS_FILTERS),
];

/// The service a filter is for, and the API's name for it.
#[must_use]
pub fn filter_name(filter: &str) -> (Service, &str) {
    let parts = filter.split_once('.').and_then(|(word, name)| Some((Service::parse(word)?, name)));
    parts.unwrap_or((Service::Api, filter))
}

const STATES: [&str; 6] = ["active", "disabled", "unactivated", "creating", "failed", "all"];
const COMPUTE_STATES: [&str; 6] =
    ["PROVISIONING", "IMPORTING", "AVAILABLE", "EXPORTING", "DISABLED", "DELETED"];
const CONTAINER_STATES: [&str; 3] = ["AVAILABLE", "DELETING", "DELETED"];

/// What the server would refuse is not put into a request because of an address.
pub(super) fn check(filter: &str, value: &str) -> bool {
    match filter {
        "public" | "artifacts.compartmentIdInSubtree" | "artifacts.isVersioned" => {
            ["true", "false"].contains(&value)
        }
        "state" => STATES.contains(&value),
        "compute.lifecycleState" => COMPUTE_STATES.contains(&value),
        "artifacts.lifecycleState" => CONTAINER_STATES.contains(&value),
        "artifacts.repositoryId" | "artifacts.imageId" => is_ocid(value),
        "owner" => is_uuid(value),
        _ => !value.trim().is_empty() && value != "~" && value.len() <= 512,
    }
}

/// The parts are opaque, so only the shape is looked at (oci-compute.md §1).
fn is_ocid(text: &str) -> bool {
    let known = |b: u8| b.is_ascii_alphanumeric() || b"._-".contains(&b);
    text.starts_with("ocid1.") && text.split('.').count() >= 4 && text.len() <= 255 && text.bytes().all(known)
}

/// Lower-case 8-4-4-4-12 hex (Triton contract §1: upper case is not recognised).
fn is_uuid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, b)| match at {
            8 | 13 | 18 | 23 => b == b'-',
            _ => b.is_ascii_digit() || (b'a'..=b'f').contains(&b),
        })
}
