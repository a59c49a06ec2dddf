//! Reading images: ListImages and GetImage (contract §4.1, §4.2).

use image_console_core::{ApiError, Method, Request, Response, encode};

use super::answer;
use crate::decode::Lenient;
use crate::triton_cloudapi::model::Image;
use crate::triton_cloudapi::{Caller, ImageFilter};

/// ListImages (§4.1): the whole list comes as one array, there are no pages.
#[must_use]
pub fn list_images(caller: &Caller, filter: &ImageFilter) -> Request {
    let query = encode::query(&filter.pairs());
    let mark = if query.is_empty() { "" } else { "?" };
    caller.request(Method::Get, &format!("/images{mark}{query}"))
}

/// Reads a whole list; an element that is not an object costs only itself.
///
/// # Errors
/// An error status, or a body that is not a JSON array.
pub fn parse_images(response: &Response) -> Result<Vec<Lenient<Image>>, ApiError> {
    let items = answer::array(response)?;
    Ok(items.iter().map(|i| Lenient::read(i, |v| v.as_object().cloned().map(Image::from_map))).collect())
}

/// GetImage (§4.2).
#[must_use]
pub fn get_image(caller: &Caller, id: &str) -> Request {
    caller.request(Method::Get, &path(id))
}

/// What is wrong with an answer that is no list of images, such as a web page in its place.
#[must_use]
pub fn no_list(response: &Response) -> ApiError {
    match answer::array(response) {
        Err(error) => error,
        Ok(_) => answer::unexpected(response, "a list of images under its own content type"),
    }
}

/// Reads one image: of GetImage, ImportImageFromDatacenter, UpdateImage or CloneImage.
///
/// # Errors
/// An error status, or a body that is not a JSON object.
pub fn parse_image(response: &Response) -> Result<Image, ApiError> {
    answer::object(response).map(Image::from_map)
}

/// `/images/{id}`.
pub(super) fn path(id: &str) -> String {
    format!("/images/{}", encode::component(id))
}
