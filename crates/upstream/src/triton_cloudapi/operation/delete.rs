//! DeleteImage (contract §4.3): when the answer is lost, GetImage tells. Not found means gone.

use image_console_core::Request;
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};

use super::asked::{self, says_not_found};
use super::words;
use crate::triton_cloudapi::requests;

/// After so many answers that the image is still there, the request most likely never arrived.
const STILL_THERE: u32 = 4;

/// Follows a deletion.
#[derive(Debug, Clone, Copy)]
pub(super) struct Delete;

impl Follow for Delete {
    fn submitted(&self, _: &Operation, answer: Answer) -> Reading {
        match asked::success(answer) {
            Ok(_) => Reading::succeeded(""),
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, _: &Operation) -> Reading {
        Reading::running("").note("The answer was lost; asking for the image")
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        asked::was_bad_moment(operation)
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        let id = asked::image_in_path(operation)?;
        Some(requests::get_image(&asked::caller(operation), &id))
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        match asked::success(answer).and_then(|response| requests::parse_image(&response)) {
            Err(error) if says_not_found(&error) => {
                Reading::succeeded("").note("The image is no longer there")
            }
            Err(error) => Reading::no_news(error),
            Ok(_) if operation.polls.count >= STILL_THERE => Reading::unknown(
                "The answer was lost and the image is still there, so it was most likely not deleted",
                self.look_at(operation),
            ),
            Ok(image) => Reading::running(image.state.shown(Clone::clone).unwrap_or_default())
                .note("The image is still there"),
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { deadline: 300_000, ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        words::image(operation, &asked::image_in_path(operation).unwrap_or_default())
    }
}
