//! Listing, reading and restoring container images (contract §3, §5.1, §5.2).

use image_console_core::{ApiError, Request, Response, Service, encode};
use serde_json::json;

use super::{Page, ROOT, page};
use crate::oci::filter::Filter;
use crate::oci::{self, Guard, paging};
use crate::oci_artifacts::model::ContainerImage;

/// ListContainerImages (§5.1), the first page, of one state. [`paging::next`] makes the request for
/// the page that follows; [`crate::oci_artifacts::states`] says which states to list.
#[must_use]
pub fn list_images(compartment_id: &str, lifecycle_state: &str, filter: &Filter) -> Request {
    let limit = paging::LIMIT.to_string();
    let first =
        [("compartmentId", compartment_id), ("lifecycleState", lifecycle_state), ("limit", limit.as_str())];
    oci::get(Service::Artifacts, &filter.target(&format!("{ROOT}/images"), &first))
}

/// Reads one page whole.
///
/// # Errors
/// An error status, or a body that is not an object with a list of items.
pub fn parse_images(response: &Response) -> Result<Page<ContainerImage>, ApiError> {
    page::parse(response, ContainerImage::from_map)
}

/// GetContainerImage (§5.2); the answer's etag is for `if-match`.
#[must_use]
pub fn get_image(image_id: &str) -> Request {
    oci::get(Service::Artifacts, &path(image_id))
}

/// Reads one image: of GetContainerImage or RestoreContainerImage.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_image(response: &Response) -> Result<ContainerImage, ApiError> {
    oci::object(response).map(ContainerImage::from_map)
}

/// RestoreContainerImage (§3), with a version to attach where one is given. The body must be there
/// even when there is nothing to say.
#[must_use]
pub fn restore_image(image_id: &str, version: Option<&str>, guard: Guard<'_>) -> Request {
    let body = version.map_or_else(|| json!({}), |version| json!({ "version": version }));
    let target = format!("{}/actions/restore", path(image_id));
    oci::post(Service::Artifacts, &target, &body, guard)
}

fn path(image_id: &str) -> String {
    format!("{ROOT}/images/{}", encode::component(image_id))
}
