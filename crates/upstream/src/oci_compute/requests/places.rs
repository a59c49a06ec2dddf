//! What the pickers ask for: compartments, the namespace and buckets (contract §6).

use image_console_core::{ApiError, Request, Response, Service, encode};
use serde_json::Value;

use super::VERSION;
use crate::decode::{Lenient, unreadable};
use crate::oci::{self, paging};
use crate::oci_compute::model::{Bucket, Compartment};

/// ListCompartments (§6.1) below a parent, the first page. `whole_tree` is only valid on the root,
/// whose id is the tenancy's. The root itself is never in the list: see [`Compartment::root`].
#[must_use]
pub fn list_compartments(parent: &str, whole_tree: bool) -> Request {
    let limit = paging::LIMIT.to_string();
    let mut pairs = vec![("compartmentId", parent)];
    if whole_tree {
        // With it, whatever the caller may use is listed even where the parents are hidden.
        pairs.extend([("compartmentIdInSubtree", "true"), ("accessLevel", "ACCESSIBLE")]);
    }
    pairs.push(("limit", &limit));
    oci::get(Service::Identity, &format!("{VERSION}/compartments?{}", encode::query(&pairs)))
}

/// Reads a page of compartments.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_compartments(response: &Response) -> Result<Vec<Lenient<Compartment>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, Compartment::from_map))
}

/// GetNamespace (§6.2): a tenancy has exactly one.
#[must_use]
pub fn get_namespace() -> Request {
    oci::get(Service::ObjectStorage, "/n")
}

/// Reads the namespace, a bare JSON string.
///
/// # Errors
/// An error status, or a body that is not a JSON string.
pub fn parse_namespace(response: &Response) -> Result<String, ApiError> {
    match oci::success(response)? {
        Value::String(namespace) => Ok(namespace),
        _ => Err(unreadable(response, "The answer is JSON, but not a text as documented")),
    }
}

/// ListBuckets (§6.2) of a compartment, the first page.
#[must_use]
pub fn list_buckets(namespace: &str, compartment_id: &str) -> Request {
    let query = encode::query(&[("compartmentId", compartment_id)]);
    oci::get(Service::ObjectStorage, &format!("/n/{}/b?{query}", encode::component(namespace)))
}

/// Reads a page of buckets.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_buckets(response: &Response) -> Result<Vec<Lenient<Bucket>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, Bucket::from_map))
}
