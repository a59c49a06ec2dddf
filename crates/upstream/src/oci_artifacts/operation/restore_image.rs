//! Following RestoreContainerImage (contract §3): the answer is the result. When it is lost for
//! good, GetContainerImage tells.

use image_console_core::{ApiError, Request};
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};
use serde_json::Value;

use super::words;
use crate::oci::{self, Meta, retry};
use crate::oci_artifacts::model::ContainerImage;
use crate::oci_artifacts::requests;

/// After so many answers that the image is still deleted, the request most likely never arrived.
const STILL_DELETED: u32 = 4;

/// Follows a restoration.
#[derive(Debug, Clone, Copy)]
pub(super) struct RestoreContainerImage;

impl Follow for RestoreContainerImage {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        let error = match oci::answered(answer) {
            Ok(response) => {
                return match requests::parse_image(&response) {
                    Ok(image) => restored(&image, &Meta::of(&response)),
                    Err(error) => Reading::no_news(error),
                };
            }
            Err(error) => error,
        };
        retry::not_accepted(operation, error)
    }

    fn resumed(&self, _: &Operation) -> Reading {
        Reading::running("").note(words::LOST)
    }

    /// The very same request under the same token is carried out once.
    fn may_send_again(&self, operation: &Operation) -> bool {
        operation.retry_token.is_some()
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        operation.error.as_ref().map(ApiError::from).is_some_and(|error| retry::was_bad_moment(&error))
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        operation.resource.id.as_deref().map(requests::get_image)
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        let image = oci::answered(answer).and_then(|response| {
            let meta = Meta::of(&response);
            requests::parse_image(&response).map(|image| (image, meta))
        });
        let (image, meta) = match image {
            Ok(read) => read,
            Err(error) => return Reading::no_news(error),
        };
        let state = image.lifecycle_state.shown(Clone::clone).unwrap_or_default();
        match (state.as_str(), asked_version(operation)) {
            ("AVAILABLE", Some(version)) if !image.has_version(&version) => {
                Reading::unknown(words::WITHOUT_VERSION, self.look_at(operation))
            }
            ("AVAILABLE", _) => restored(&image, &meta).note(words::THERE),
            ("DELETED", _) if operation.polls.count >= STILL_DELETED => {
                Reading::unknown(words::STILL_DELETED, self.look_at(operation))
            }
            _ => Reading::running(state),
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { deadline: 300_000, resend: retry::resend(), ..Policy::default() }
    }
}

/// The restored image as the result. Its state is shown as sent, whatever it is.
fn restored(image: &ContainerImage, meta: &Meta) -> Reading {
    let text = |field: &crate::decode::Lenient<String>| field.shown(Clone::clone);
    let mut reading = Reading::succeeded(text(&image.lifecycle_state).unwrap_or_default());
    for (label, value) in [
        ("displayName", text(&image.display_name)),
        ("version", text(&image.version)),
        ("digest", text(&image.digest)),
        ("repositoryName", text(&image.repository_name)),
        ("etag", meta.etag.clone()),
        ("opc-request-id", meta.request_id.clone()),
    ] {
        if let Some(value) = value {
            reading = reading.fact(label, value);
        }
    }
    reading
}

/// The version that was asked for, from the request itself.
fn asked_version(operation: &Operation) -> Option<String> {
    let body: Value = serde_json::from_str(operation.request.as_ref()?.body.as_deref()?).ok()?;
    body.get("version")?.as_str().map(str::to_owned)
}
