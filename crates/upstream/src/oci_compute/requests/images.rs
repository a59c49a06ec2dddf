//! Reading images: ListImages and GetImage (contract §4.4, §4.5).

use image_console_core::{ApiError, Request, Response, Service, encode};

use super::VERSION;
use crate::decode::Lenient;
use crate::oci::filter::Filter;
use crate::oci::{self, paging};
use crate::oci_compute::model::Image;

/// ListImages (§4.4), the first page: a bare array of whole images. [`paging::next`] makes the
/// request for the page that follows.
#[must_use]
pub fn list_images(compartment_id: &str, filter: &Filter) -> Request {
    let limit = paging::LIMIT.to_string();
    let first = [("compartmentId", compartment_id), ("limit", &limit)];
    oci::get(Service::Compute, &filter.target(&format!("{VERSION}/images"), &first))
}

/// Reads one page whole; an element that is not an object costs only itself.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_images(response: &Response) -> Result<Vec<Lenient<Image>>, ApiError> {
    Ok(oci::maps(&oci::array(response)?, Image::from_map))
}

/// GetImage (§4.5); the answer's etag is for `if-match`.
#[must_use]
pub fn get_image(image_id: &str) -> Request {
    oci::get(Service::Compute, &path(image_id))
}

/// Reads one image: of GetImage or ExportImage.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_image(response: &Response) -> Result<Image, ApiError> {
    oci::object(response).map(Image::from_map)
}

pub(super) fn path(image_id: &str) -> String {
    format!("{VERSION}/images/{}", encode::component(image_id))
}
