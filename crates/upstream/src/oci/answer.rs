//! Requests as all services take them, and from an answer to its JSON and what its headers tell
//! (contract §2.1).

use image_console_core::{ApiError, Method, Request, Response, Service};
use image_console_operation::Answer;
use serde_json::{Map, Value};

use super::{error, paging};
use crate::decode::{self, Lenient};

/// What the headers tell beside the body; each is absent where it is not sent or CORS hides it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Meta {
    /// The id under which the service logged the request; shown with every error.
    pub request_id: Option<String>,
    /// For `if-match`.
    pub etag: Option<String>,
    /// The work request that the call started (§5).
    pub work_request_id: Option<String>,
    /// The cursor of the next page of a list (§2.4).
    pub next_page: Option<String>,
}

impl Meta {
    /// Reads the headers.
    #[must_use]
    pub fn of(response: &Response) -> Self {
        let get = |name| response.headers.get(name).filter(|v| !v.is_empty()).map(str::to_owned);
        Self {
            request_id: get("opc-request-id"),
            etag: get("etag"),
            work_request_id: get("opc-work-request-id"),
            next_page: paging::next_page(response).map(str::to_owned),
        }
    }
}

/// What makes a write safe (contract §2.1, §2.5).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Guard<'a> {
    /// The etag the user looked at; a newer one on the server refuses the write with 412.
    pub if_match: Option<&'a str>,
    /// Makes sending the same request twice harmless for 24 hours.
    pub retry_token: Option<&'a str>,
}

/// A question to a service.
pub(crate) fn get(service: Service, target: &str) -> Request {
    Request::new(Method::Get, target).to(service).header("accept", "application/json")
}

/// A call that changes something.
pub(crate) fn post(service: Service, target: &str, body: &Value, guard: Guard<'_>) -> Request {
    let mut request = Request::new(Method::Post, target).to(service).header("accept", "application/json");
    if let Some(token) = guard.retry_token {
        request = request.header(super::retry::HEADER, token);
    }
    if let Some(etag) = guard.if_match {
        request = request.header("if-match", etag);
    }
    request.json(body)
}

/// The answer of a success status; the service's error otherwise.
///
/// # Errors
/// A request without an answer, or an error status.
pub(crate) fn answered(answer: Answer) -> Result<Response, ApiError> {
    let response = answer?;
    if response.is_success() { Ok(response) } else { Err(error::parse_error(&response)) }
}

/// The JSON of a success answer.
///
/// # Errors
/// An error status, or a body that is not JSON.
pub fn success(response: &Response) -> Result<Value, ApiError> {
    if !response.is_success() {
        return Err(error::parse_error(response));
    }
    decode::json(response).map_err(|e| with_request_id(e, response))
}

/// A success answer that must be an object; also the raw resource for [`super::compare`].
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn object(response: &Response) -> Result<Map<String, Value>, ApiError> {
    match success(response)? {
        Value::Object(map) => Ok(map),
        _ => Err(other(response, "an object")),
    }
}

/// A success answer that must be an array.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn array(response: &Response) -> Result<Vec<Value>, ApiError> {
    match success(response)? {
        Value::Array(items) => Ok(items),
        _ => Err(other(response, "an array")),
    }
}

/// The items of a list; one that is not an object costs only itself.
pub(crate) fn maps<T>(items: &[Value], read: impl Fn(Map<String, Value>) -> T) -> Vec<Lenient<T>> {
    items.iter().map(|item| Lenient::read(item, |v| v.as_object().cloned().map(&read))).collect()
}

/// The error of an answer that is JSON of another shape than documented.
pub(crate) fn other(response: &Response, wanted: &str) -> ApiError {
    let message = format!("The answer is JSON, but not {wanted} as documented");
    with_request_id(decode::unreadable(response, message), response)
}

fn with_request_id(mut error: ApiError, response: &Response) -> ApiError {
    error.request_id = response.headers.get("opc-request-id").map(str::to_owned);
    error
}
