//! From an answer to its JSON, and what its headers tell (contract §1.2).

use image_console_core::{ApiError, Response};
use serde_json::{Map, Value};

use crate::decode;
use crate::triton_cloudapi::error;

/// What the headers tell beside the body; each is absent when CORS hides it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// The id under which the server logged the request.
    pub request_id: Option<String>,
    /// The API version that answered.
    pub api_version: Option<String>,
    /// How long the server took, in milliseconds.
    pub response_time: Option<u64>,
    /// The server's name and version.
    pub server: Option<String>,
    /// The datacenter's name.
    pub datacenter: Option<String>,
}

impl Meta {
    /// Reads the headers.
    #[must_use]
    pub fn of(response: &Response) -> Self {
        let get = |name| response.headers.get(name).map(str::to_owned);
        Self {
            request_id: get("Request-Id"),
            api_version: get("Api-Version"),
            response_time: response.headers.get("Response-Time").and_then(|t| t.parse().ok()),
            server: get("Server"),
            datacenter: get("Triton-Datacenter-Name"),
        }
    }
}

/// The JSON of a success answer.
pub(super) fn success(response: &Response) -> Result<Value, ApiError> {
    if !response.is_success() {
        return Err(error::parse_error(response));
    }
    readable(response)
}

/// The JSON of an answer whose status was looked at already.
pub(super) fn readable(response: &Response) -> Result<Value, ApiError> {
    decode::json(response).map_err(|error| with_request_id(error, response))
}

/// A success answer that must be an object.
pub(super) fn object(response: &Response) -> Result<Map<String, Value>, ApiError> {
    as_object(success(response)?, response)
}

/// The object in an answer's JSON.
pub(super) fn as_object(value: Value, response: &Response) -> Result<Map<String, Value>, ApiError> {
    match value {
        Value::Object(map) => Ok(map),
        _ => Err(unexpected(response, "an object")),
    }
}

/// A success answer that must be an array.
pub(super) fn array(response: &Response) -> Result<Vec<Value>, ApiError> {
    match success(response)? {
        Value::Array(items) => Ok(items),
        _ => Err(unexpected(response, "an array")),
    }
}

/// An answer that is JSON but not what it should be.
pub(super) fn unexpected(response: &Response, wanted: &str) -> ApiError {
    let message = format!("The answer is JSON, but not {wanted} as documented");
    with_request_id(decode::unreadable(response, message), response)
}

fn with_request_id(mut error: ApiError, response: &Response) -> ApiError {
    error.request_id = response.headers.get("Request-Id").map(str::to_owned);
    error
}

/// Whether an answer's body is JSON at all.
pub(in crate::triton_cloudapi) fn readable_json(response: &Response) -> Result<(), ApiError> {
    readable(response).map(|_| ())
}
