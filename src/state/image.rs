//! Reading one image by itself.

use std::sync::Arc;

use image_console_core::ApiError;
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::requests::Meta;
use image_console_upstream::triton_cloudapi::{Caller, requests, row};

use super::client;
use super::connections::{Connected, Connections};
use super::images::Images;

/// An image with what its answer told beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedImage {
    /// Every field.
    pub image: Image,
    /// What the headers told.
    pub meta: Meta,
    /// The body as it came.
    pub raw: String,
}

/// GetImage, with the row in the catalogue brought up to date.
///
/// # Errors
/// When no answer came, the upstream refused, or the answer is not an image.
pub async fn get_image(
    connections: Connections,
    images: Images,
    connected: &Arc<Connected>,
    id: &str,
    abort: &AbortHandle,
) -> Result<LoadedImage, ApiError> {
    let request = requests::get_image(&Caller::from(&connected.connection), id);
    let answer = client::send(connections, connected, &request, client::READ_TIMEOUT_MS, abort).await?;
    let address = format!("{} {}", request.method, request.target);
    match requests::parse_image(&answer) {
        Ok(image) => {
            images.put(&connected.connection.id, &row::of_image(&image));
            let meta = Meta::of(&answer);
            Ok(LoadedImage { image, meta, raw: answer.text() })
        }
        Err(error) => {
            if error.status == Some(404) {
                images.remove(&connected.connection.id, id);
            }
            Err(error.at(address))
        }
    }
}
