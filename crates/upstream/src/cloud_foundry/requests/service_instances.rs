//! Service instances (contract §3.1, §3.2, §3.4).

use image_console_core::{ApiError, Method, Request, Response, encode};
use serde_json::Value;

use super::{answer, instance_path, request};
use crate::cloud_foundry::model::{Page, Permissions, Raw, ServiceInstance};
use crate::decode::Lenient;

/// The fields that bring the names of space, organisation, plan and offering along.
const FIELDS: &str = "fields%5Bspace%5D=guid,name,relationships.organization\
    &fields%5Bspace.organization%5D=guid,name\
    &fields%5Bservice_plan%5D=guid,name,relationships.service_offering\
    &fields%5Bservice_plan.service_offering%5D=guid,name";

/// What to ask the list for. Unknown parameters are refused by the API, so there are no others.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct InstanceFilter {
    /// Exact names.
    pub names: Vec<String>,
    /// Guids of instances.
    pub guids: Vec<String>,
    /// Guids of spaces.
    pub space_guids: Vec<String>,
    /// Guids of organisations.
    pub organization_guids: Vec<String>,
    /// Names of plans.
    pub service_plan_names: Vec<String>,
    /// A selector over labels; empty for none.
    pub label_selector: String,
    /// Whether to list user-provided instances too, which have no backups.
    pub all_types: bool,
    /// `created_at`, `updated_at` or `name`, with `-` in front for descending; empty is by name.
    pub order_by: String,
    /// Items of one page, 1 to 5,000; 0 for the API's own 50.
    pub per_page: u32,
}

/// `GET /v3/service_instances`, first page.
#[must_use]
pub fn list_service_instances(filter: &InstanceFilter) -> Request {
    let per_page = if filter.per_page == 0 { 50 } else { filter.per_page.min(5000) };
    let order = match filter.order_by.as_str() {
        "" => "name",
        other => other,
    };
    let mut target =
        format!("/v3/service_instances?per_page={per_page}&order_by={}", encode::component(order));
    if !filter.all_types {
        target.push_str("&type=managed");
    }
    for (name, values) in [
        ("names", &filter.names),
        ("guids", &filter.guids),
        ("space_guids", &filter.space_guids),
        ("organization_guids", &filter.organization_guids),
        ("service_plan_names", &filter.service_plan_names),
    ] {
        if !values.is_empty() {
            target.push_str(&format!("&{name}={}", list(values)));
        }
    }
    if !filter.label_selector.is_empty() {
        target.push_str(&format!("&label_selector={}", encode::component(&filter.label_selector)));
    }
    request(Method::Get, format!("{target}&{FIELDS}"))
}

/// A page that another one named ([`crate::cloud_foundry::model::Next::Target`]).
#[must_use]
pub fn next_page(target: &str) -> Request {
    request(Method::Get, target)
}

/// Reads a page; an element that is not an object costs only itself. `api` as in
/// [`crate::cloud_foundry::location::target`].
///
/// # Errors
/// An error status, or a body that is not a page.
pub fn parse_service_instances<S: AsRef<str>>(
    response: &Response,
    api: &[S],
) -> Result<Page<Lenient<ServiceInstance>>, ApiError> {
    let raw = Raw::of(answer::object(response)?, api).ok_or_else(|| answer::other(response, "a page"))?;
    Ok(raw.page(|item, included| {
        Lenient::read(&item, |v| v.as_object().cloned().map(|map| ServiceInstance::from_map(map, included)))
    }))
}

/// `GET /v3/service_instances/{guid}`.
#[must_use]
pub fn get_service_instance(guid: &str) -> Request {
    request(Method::Get, format!("{}?{FIELDS}", instance_path(guid)))
}

/// Reads one instance.
///
/// # Errors
/// An error status, or a body that is not an object.
pub fn parse_service_instance(response: &Response) -> Result<ServiceInstance, ApiError> {
    let mut map = answer::object(response)?;
    let included = map.remove("included").unwrap_or(Value::Null);
    Ok(ServiceInstance::from_map(map, &included))
}

/// `GET /v3/service_instances/{guid}/permissions`.
#[must_use]
pub fn get_permissions(guid: &str) -> Request {
    request(Method::Get, format!("{}/permissions", instance_path(guid)))
}

/// Reads the permissions.
///
/// # Errors
/// An error status, or a body that is not an object.
pub fn parse_permissions(response: &Response) -> Result<Permissions, ApiError> {
    answer::object(response).map(Permissions::from_map)
}

/// A list of values: commas between them as they are, a comma inside one encoded twice.
pub(super) fn list(values: &[String]) -> String {
    let encoded: Vec<_> = values.iter().map(|v| encode::component(&v.replace(',', "%2C"))).collect();
    encoded.join(",")
}
