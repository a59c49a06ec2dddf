//! CloneImage (contract §4.8): the answer brings the new image. When it is cut off, the clone is
//! looked for by name, version and owner.

use image_console_core::Request;
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};

use super::asked;
use super::follow_image;
use super::search::{Found, Search};
use super::words;
use crate::triton_cloudapi::requests;

/// Cloning copies files, like an import.
const DEADLINE: i64 = 4_200_000;

/// Follows a clone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clone;

impl Follow for Clone {
    fn submitted(&self, _: &Operation, answer: Answer) -> Reading {
        match asked::success(answer).and_then(|response| requests::parse_image(&response)) {
            Ok(image) => {
                let state = image.state.shown(String::clone).unwrap_or_default();
                // The answer comes when the clone is made, whatever its state.
                let reading = Reading::succeeded(state);
                match image.id.text() {
                    Some(id) => reading.resource_id(id),
                    None => reading,
                }
            }
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        if Search::of(operation).is_some() {
            Reading::running("").note("The answer was lost; looking for the clone by name and version")
        } else {
            Reading::unknown(words::ANSWER_LOST, words::list(operation))
        }
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        Search::of(operation).map(|search| search.request(operation))
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        let Some(search) = Search::of(operation) else {
            return Reading::unknown(words::ANSWER_LOST, words::list(operation));
        };
        match search.read(answer, asked::image_in_path(operation).as_deref()) {
            Err(error) => Reading::no_news(error),
            Ok(Found::Nothing) => Reading::running("").note(words::NOT_SEEN),
            Ok(Found::Candidates(ids)) => words::candidates(operation, &ids),
            Ok(Found::One(image)) => follow_image::of_image(&image).note(words::FOUND_BY_NAME),
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { fastest: 5_000, slowest: 30_000, deadline: DEADLINE, ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        words::list(operation)
    }
}
