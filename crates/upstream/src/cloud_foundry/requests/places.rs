//! Organisations and spaces, for pickers (contract §3.4).

use image_console_core::{ApiError, Method, Request, Response};

use super::service_instances::list;
use super::{answer, request};
use crate::cloud_foundry::model::{Named, Page, Raw};

/// `GET /v3/organizations`, by name.
#[must_use]
pub fn organizations() -> Request {
    request(Method::Get, "/v3/organizations?per_page=200&order_by=name")
}

/// `GET /v3/spaces`, by name; of these organisations, or of all.
#[must_use]
pub fn spaces(organization_guids: &[String]) -> Request {
    let of = if organization_guids.is_empty() {
        String::new()
    } else {
        format!("&organization_guids={}", list(organization_guids))
    };
    request(Method::Get, format!("/v3/spaces?per_page=200&order_by=name{of}"))
}

/// Reads a page of either; `api` as in [`crate::cloud_foundry::location::target`].
///
/// # Errors
/// An error status, or a body that is not a page.
pub fn parse_places<S: AsRef<str>>(response: &Response, api: &[S]) -> Result<Page<Named>, ApiError> {
    let raw = Raw::of(answer::object(response)?, api).ok_or_else(|| answer::other(response, "a page"))?;
    let text =
        |item: &serde_json::Value, name: &str| item.get(name).and_then(|v| v.as_str().map(str::to_owned));
    Ok(raw.page(|item, _| Named { guid: text(&item, "guid").unwrap_or_default(), name: text(&item, "name") }))
}
