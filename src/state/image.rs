//! Reading one image by itself, with the row in the catalogue brought up to date.

use std::sync::Arc;

use image_console_core::config::Kind;
use image_console_core::{ApiError, ErrorKind, Request, Service};
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::model::Image;
use image_console_upstream::triton_cloudapi::requests::Meta;
use image_console_upstream::triton_cloudapi::{Caller, requests, row};
use image_console_upstream::{oci, oci_artifacts, oci_compute};
use serde_json::{Map, Value};

use super::client;
use super::connections::{Connected, Connections};
use super::images::Images;

/// An image of whichever API.
#[derive(Debug, Clone, PartialEq)]
pub enum Loaded {
    /// Triton CloudAPI.
    Triton(Arc<LoadedImage>),
    /// Oracle Cloud.
    Oci(Arc<LoadedOci>),
}

impl Loaded {
    /// The body as it came.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Triton(loaded) => &loaded.raw,
            Self::Oci(loaded) => &loaded.text,
        }
    }

    /// The image of a Triton CloudAPI.
    #[must_use]
    pub fn triton(&self) -> Option<Arc<LoadedImage>> {
        if let Self::Triton(loaded) = self { Some(Arc::clone(loaded)) } else { None }
    }

    /// The image of Oracle Cloud.
    #[must_use]
    pub fn oci(&self) -> Option<Arc<LoadedOci>> {
        if let Self::Oci(loaded) = self { Some(Arc::clone(loaded)) } else { None }
    }
}

/// An image of a Triton CloudAPI with what its answer told beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedImage {
    /// Every field.
    pub image: Image,
    /// What the headers told.
    pub meta: Meta,
    /// The body as it came.
    pub raw: String,
}

/// An image of Oracle Cloud, compute or container, with what its answer told beside it.
#[derive(Debug, Clone, PartialEq)]
pub struct LoadedOci {
    /// The service it belongs to: [`Service::Compute`] or [`Service::Artifacts`].
    pub service: Service,
    /// Every field, to be read as a model or compared with a later reading.
    pub raw: Map<String, Value>,
    /// What the headers told; the etag guards the next write.
    pub meta: oci::Meta,
    /// The body as it came.
    pub text: String,
}

/// Reads an image of whichever API the connection speaks.
///
/// # Errors
/// When no answer came, the upstream refused, or the answer is not an image.
pub async fn load(
    connections: Connections,
    images: Images,
    connected: &Arc<Connected>,
    id: &str,
    abort: &AbortHandle,
) -> Result<Loaded, ApiError> {
    match connected.connection.kind() {
        Kind::Triton => {
            let loaded = get_image(connections, images, connected, id, abort).await?;
            Ok(Loaded::Triton(Arc::new(loaded)))
        }
        Kind::Oci => {
            let loaded = get_oci_image(connections, images, connected, id, abort).await?;
            Ok(Loaded::Oci(Arc::new(loaded)))
        }
        kind @ (Kind::Marketplace | Kind::CloudFoundry) => {
            let message = format!("{} has no images, so none was asked for.", kind.label());
            Err(ApiError::without_answer(ErrorKind::NotSigned, message))
        }
    }
}

/// GetImage of Triton CloudAPI.
///
/// # Errors
/// As [`load`].
pub async fn get_image(
    connections: Connections,
    images: Images,
    connected: &Arc<Connected>,
    id: &str,
    abort: &AbortHandle,
) -> Result<LoadedImage, ApiError> {
    let request = requests::get_image(&Caller::from(&connected.connection), id);
    let answer = client::send(connections, connected, &request, client::READ_TIMEOUT_MS, abort).await?;
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
            Err(error.at(address(&request)))
        }
    }
}

/// GetImage or GetContainerImage of Oracle Cloud, by what [`oci_service`] makes of the id.
///
/// # Errors
/// As [`load`].
pub async fn get_oci_image(
    connections: Connections,
    images: Images,
    connected: &Arc<Connected>,
    id: &str,
    abort: &AbortHandle,
) -> Result<LoadedOci, ApiError> {
    let connection = &connected.connection.id;
    let service = oci_service(images, connection, id);
    let containers = service == Service::Artifacts;
    let request = if containers {
        oci_artifacts::requests::get_image(id)
    } else {
        oci_compute::requests::get_image(id)
    };
    let answer = client::send(connections, connected, &request, client::READ_TIMEOUT_MS, abort).await?;
    match oci::object(&answer) {
        Ok(raw) => {
            let of_image = if containers { oci_artifacts::row::of_image } else { oci_compute::row::of_image };
            images.put_in(connection, service, &of_image(&raw));
            Ok(LoadedOci { service, raw, meta: oci::Meta::of(&answer), text: answer.text() })
        }
        // Not found may mean not permitted here, so the row stays: its list shows what is listed.
        Err(error) => Err(error.at(address(&request))),
    }
}

/// The service an image of Oracle Cloud belongs to: as its OCID says, otherwise as the lists do. An
/// id that neither knows is taken for a compute image's.
#[must_use]
pub fn oci_service(images: Images, connection: &str, id: &str) -> Service {
    if id.starts_with("ocid1.containerimage.") {
        Service::Artifacts
    } else if id.starts_with("ocid1.image.") {
        Service::Compute
    } else {
        images.service_of(connection, id).unwrap_or(Service::Compute)
    }
}

fn address(request: &Request) -> String {
    format!("{} {}", request.method, request.target)
}
