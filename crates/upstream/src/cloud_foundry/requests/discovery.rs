//! What can be asked without a token (contract §1.1).

use image_console_core::{ApiError, Method, Request, Response};

use super::{answer, request};
use crate::cloud_foundry::model::{Info, Root};

/// `GET /`.
#[must_use]
pub fn root() -> Request {
    request(Method::Get, "/")
}

/// Reads the root.
///
/// # Errors
/// An error status, or a body that is not an object with `links`.
pub fn parse_root(response: &Response) -> Result<Root, ApiError> {
    let root = Root::from_map(answer::object(response)?);
    if root.links.is_empty() {
        Err(answer::other(response, "the root of a Cloud Foundry API"))
    } else {
        Ok(root)
    }
}

/// `GET /v3/info`.
#[must_use]
pub fn info() -> Request {
    request(Method::Get, "/v3/info")
}

/// Reads the answer to [`info`].
///
/// # Errors
/// An error status, or a body that is not an object.
pub fn parse_info(response: &Response) -> Result<Info, ApiError> {
    answer::object(response).map(Info::from_map)
}
