//! ListMachines and GetMachine: the source of a new image (contract §5).

use image_console_core::{ApiError, Method, Request, Response, encode};

use super::answer;
use crate::decode::Lenient;
use crate::triton_cloudapi::Caller;
use crate::triton_cloudapi::model::Machine;

/// The server's default and maximum.
pub const MACHINES_PER_PAGE: u64 = 1000;

/// One page of machines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MachinePage {
    /// The machines; an element that is not an object costs only itself.
    pub machines: Vec<Lenient<Machine>>,
    /// The offset of the next page; `None` at the end.
    pub next: Option<u64>,
}

/// ListMachines, one page of `limit` from `offset` on.
#[must_use]
pub fn list_machines(caller: &Caller, limit: u64, offset: u64) -> Request {
    let pairs = [("limit", limit.to_string()), ("offset", offset.to_string())];
    caller.request(Method::Get, &format!("/machines?{}", encode::query(&pairs)))
}

/// Reads a page that was asked for with these numbers. The end is reached when fewer rows came
/// than were asked for, by `x-resource-count` or, where CORS hides it, by counting.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_machines(response: &Response, limit: u64, offset: u64) -> Result<MachinePage, ApiError> {
    let items = answer::array(response)?;
    let sent = items.len() as u64;
    let counted =
        response.headers.get("x-resource-count").and_then(|c| c.parse::<u64>().ok()).unwrap_or(sent);
    let machines =
        items.iter().map(|i| Lenient::read(i, |v| v.as_object().cloned().map(Machine::from_map))).collect();
    // An empty page ends it whatever the header says, or the next request would be the same.
    let next = (counted >= limit && sent > 0).then(|| offset.saturating_add(sent));
    Ok(MachinePage { machines, next })
}

/// GetMachine.
#[must_use]
pub fn get_machine(caller: &Caller, id: &str) -> Request {
    caller.request(Method::Get, &format!("/machines/{}", encode::component(id)))
}

/// Reads one machine; a deleted one comes with status 410 and is an answer all the same.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_machine(response: &Response) -> Result<Machine, ApiError> {
    if response.status == 410 {
        let map = answer::readable(response).and_then(|v| answer::as_object(v, response));
        if let Ok(map) = map
            && map.contains_key("id")
        {
            return Ok(Machine::from_map(map));
        }
    }
    answer::object(response).map(Machine::from_map)
}
