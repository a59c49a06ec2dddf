//! ImportImageFromDatacenter (contract §4.6): the answer comes when the copy is done, unless the
//! front proxy cuts it off; then GetImage of the same id in the target tells.

use image_console_core::Request;
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};

use super::asked;
use super::follow_image::{self, Missing};
use super::words;
use crate::triton_cloudapi::requests;

/// The job may take about an hour; a little more for what comes before and after.
const DEADLINE: i64 = 4_200_000;

/// Follows an import; the operation's connection is the target.
#[derive(Debug, Clone, Copy)]
pub(super) struct Import;

impl Follow for Import {
    fn submitted(&self, _: &Operation, answer: Answer) -> Reading {
        match asked::success(answer) {
            Ok(response) => match requests::parse_image(&response) {
                Ok(image) => follow_image::of_image(&image),
                Err(error) => Reading::no_news(error),
            },
            // A 500 with a message and no code is how a failed job is told (§4.6).
            Err(error) if error.status == Some(500) && error.code.is_none() && error.excerpt.is_none() => {
                Reading::failed("", error)
            }
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, _: &Operation) -> Reading {
        Reading::running("").note("The answer was lost; asking the target datacenter for the image")
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        asked::was_bad_moment(operation)
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        let id = asked::in_query(operation, "id")?;
        Some(requests::get_image(&asked::caller(operation), &id))
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        follow_image::read(operation, answer, Missing::NotYet)
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { fastest: 5_000, slowest: 30_000, deadline: DEADLINE, ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        let id = asked::in_query(operation, "id").unwrap_or_default();
        words::image(operation, &id)
    }
}
