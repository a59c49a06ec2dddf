//! What GetImage tells about an image that is coming into being (contract §3.1, §4.2).

use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Answer, Operation, Reading};

use super::asked::{self, says_not_found};
use crate::triton_cloudapi::model::Image;
use crate::triton_cloudapi::requests;

/// What a missing image means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Missing {
    /// It is not there yet.
    NotYet,
    /// It was there, so somebody deleted it, once this is certain.
    Gone,
}

/// After so many answers in a row that an image is gone, it is.
const CERTAIN: u32 = 3;

/// Reads an answer of GetImage.
pub(super) fn read(operation: &Operation, answer: Answer, missing: Missing) -> Reading {
    let image = asked::success(answer).and_then(|response| requests::parse_image(&response));
    match image {
        Ok(image) => of_image(&image),
        Err(error) if says_not_found(&error) => match missing {
            Missing::NotYet => Reading::running("").note("Not in the datacenter yet"),
            Missing::Gone if operation.polls.errors >= CERTAIN && was_missing(operation) => {
                Reading::failed("", error).note("The image is gone: somebody deleted it")
            }
            Missing::Gone => Reading::no_news(error),
        },
        Err(error) => Reading::no_news(error),
    }
}

/// Whether the last question was answered with "not found" too.
fn was_missing(operation: &Operation) -> bool {
    operation.error.as_ref().is_some_and(|error| says_not_found(&ApiError::from(error)))
}

/// How an image's state speaks for the work that makes it. `disabled` comes after `active`, by an
/// operator; a word that is not known is shown and followed.
pub(super) fn of_image(image: &Image) -> Reading {
    let state = image.state.shown(Clone::clone).unwrap_or_default();
    let mut reading = match state.as_str() {
        "active" | "disabled" => Reading::succeeded(state),
        "failed" => Reading::failed(state, error_of(image)),
        _ => Reading::running(state),
    };
    if let Some(id) = image.id.text() {
        reading = reading.resource_id(id);
    }
    reading
}

/// The image's own `error` as the error of the operation. There is no status: no call failed.
fn error_of(image: &Image) -> ApiError {
    let mut error = ApiError::without_answer(ErrorKind::Refused, "The server does not say why");
    match &image.error {
        crate::decode::Lenient::Value(said) => {
            error.code = said.code.shown(Clone::clone);
            if let Some(message) = said.message.shown(Clone::clone) {
                error.message = message;
            }
        }
        crate::decode::Lenient::Wrong(raw) => error.message.clone_from(raw),
        crate::decode::Lenient::Absent => {}
    }
    error
}
