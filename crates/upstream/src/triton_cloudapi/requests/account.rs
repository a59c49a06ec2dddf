//! Sign of life, account and keys: what a connection test needs (contract §1.1, §6).

use image_console_core::{ApiError, Method, Request, Response};

use super::answer::{self, Meta};
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::model::{Account, Key, Ping};

/// `GET /--ping`; needs no authentication.
#[must_use]
pub fn ping(caller: &Caller) -> Request {
    caller.bare(Method::Get, "/--ping")
}

/// Reads the answer to [`ping`].
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_ping(response: &Response) -> Result<Ping, ApiError> {
    answer::object(response).map(|map| Ping::from_map(map, Meta::of(response).datacenter))
}

/// GetAccount: who the caller is.
#[must_use]
pub fn get_account(caller: &Caller) -> Request {
    caller.request(Method::Get, "")
}

/// Reads the account.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_account(response: &Response) -> Result<Account, ApiError> {
    answer::object(response).map(Account::from_map)
}

/// ListKeys.
#[must_use]
pub fn list_keys(caller: &Caller) -> Request {
    caller.request(Method::Get, "/keys")
}

/// Reads the keys; elements that are not objects are passed over.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_keys(response: &Response) -> Result<Vec<Key>, ApiError> {
    Ok(answer::array(response)?
        .into_iter()
        .filter_map(|v| v.as_object().cloned().map(Key::from_map))
        .collect())
}
