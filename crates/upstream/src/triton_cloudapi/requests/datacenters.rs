//! ListDatacenters: where an image can be imported from (contract §6).

use image_console_core::{ApiError, Method, Request, Response};

use super::answer::{self, Meta};
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::model::Datacenters;

/// ListDatacenters.
#[must_use]
pub fn list_datacenters(caller: &Caller) -> Request {
    caller.request(Method::Get, "/datacenters")
}

/// Reads the datacenters and the name of the one that was asked.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_datacenters(response: &Response) -> Result<Datacenters, ApiError> {
    answer::object(response).map(|map| Datacenters::from_map(map, Meta::of(response).datacenter))
}
