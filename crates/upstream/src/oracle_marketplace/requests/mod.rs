//! The three calls this console makes, one function to build each and one to read its answer.
//! Targets begin with the API's own prefix; authentication is added by whoever sends them.

#[cfg(test)]
mod tests;

use image_console_core::{ApiError, Method, Request, Response, encode};
use serde_json::{Map, Value};

use super::error::parse_error;
use super::model::{MachineImageUploadRequest, ShortStatus};
use super::{Page, Search};
use crate::decode::{self, Lenient};

const UPLOADS: &str = "/appstore/publisher/v1/machineimages";

/// An `uploadRequestId` as the API takes it: a 64-bit number that is not negative (contract §3.1).
///
/// # Errors
/// What is wrong with it, in words.
pub fn upload_request_id(typed: &str) -> Result<String, String> {
    match typed.trim().parse::<i64>() {
        Ok(id) if id >= 0 => Ok(id.to_string()),
        _ => Err("An uploadRequestId is a whole number, for example 2797087.".to_owned()),
    }
}

/// Searches uploads from an offset on (§3.3); see [`super::Listing`] for how pages come together.
#[must_use]
pub fn search(search: &Search, offset: u64) -> Request {
    request(Method::Get, format!("{UPLOADS}?{}", search.query(offset)))
}

/// Reads one page; of the envelope only `items` is known.
///
/// # Errors
/// An error status, or a body without an array of `items`.
pub fn parse_search(response: &Response) -> Result<Page, ApiError> {
    let envelope = object(response)?;
    let Some(items) = envelope.get("items").and_then(Value::as_array) else {
        return Err(decode::unreadable(response, "The answer has no items, which the documents promise"));
    };
    let upload = |v: &Value| v.as_object().cloned().map(MachineImageUploadRequest::from_map);
    Ok(Page { items: items.iter().map(|item| Lenient::read(item, upload)).collect() })
}

/// The detailed status of one upload (§3.1).
#[must_use]
pub fn detailed_status(id: &str) -> Request {
    request(Method::Get, path(id))
}

/// Reads the detailed status.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_detailed_status(response: &Response) -> Result<MachineImageUploadRequest, ApiError> {
    object(response).map(MachineImageUploadRequest::from_map)
}

/// The short status of one upload (§3.2).
#[must_use]
pub fn short_status(id: &str) -> Request {
    request(Method::Head, path(id))
}

/// Reads the short status.
///
/// # Errors
/// An error status.
pub fn parse_short_status(response: &Response) -> Result<ShortStatus, ApiError> {
    if response.is_success() { Ok(ShortStatus::of(response)) } else { Err(parse_error(response)) }
}

fn path(id: &str) -> String {
    format!("{UPLOADS}/{}", encode::component(id))
}

/// The API answers XML to whoever does not ask for JSON (§1).
fn request(method: Method, target: String) -> Request {
    Request::new(method, target).header("Accept", "application/json")
}

fn object(response: &Response) -> Result<Map<String, Value>, ApiError> {
    if !response.is_success() {
        return Err(parse_error(response));
    }
    match decode::json(response)? {
        Value::Object(map) => Ok(map),
        _ => Err(decode::unreadable(response, "The answer is JSON, but not an object as documented")),
    }
}
