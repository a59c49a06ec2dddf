//! From an answer to its JSON, and what its headers tell about the rate limit (contract §1.3).

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Response};
use serde_json::{Map, Value};

use crate::cloud_foundry::error;
use crate::decode;

/// How many requests are left, where rate limiting is on and the page may read the headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateLimit {
    /// `X-RateLimit-Limit`.
    pub limit: u64,
    /// `X-RateLimit-Remaining`, an estimate in steps of a tenth.
    pub remaining: u64,
    /// `X-RateLimit-Reset`: when the count begins anew.
    pub reset: Option<Timestamp>,
}

impl RateLimit {
    /// Reads the headers.
    #[must_use]
    pub fn of(response: &Response) -> Option<Self> {
        let number = |name| response.headers.get(name).and_then(|text| text.trim().parse::<u64>().ok());
        let reset = number("X-RateLimit-Reset").and_then(|s| i64::try_from(s).ok()?.checked_mul(1000));
        Some(Self {
            limit: number("X-RateLimit-Limit")?,
            remaining: number("X-RateLimit-Remaining")?,
            reset: reset.map(Timestamp),
        })
    }
}

/// The object in a success answer.
pub(super) fn object(response: &Response) -> Result<Map<String, Value>, ApiError> {
    if !response.is_success() {
        return Err(error::parse_error(response));
    }
    match decode::json(response) {
        Ok(Value::Object(map)) => Ok(map),
        Ok(_) => Err(other(response, "an object")),
        Err(error) => Err(with_request_id(error, response)),
    }
}

/// A success answer that is JSON, but not what is documented.
pub(super) fn other(response: &Response, wanted: &str) -> ApiError {
    let message = format!("The answer is JSON, but not {wanted} as documented");
    with_request_id(decode::unreadable(response, message), response)
}

fn with_request_id(mut error: ApiError, response: &Response) -> ApiError {
    error.request_id = response.headers.get("X-VCAP-Request-ID").map(str::to_owned);
    error
}
