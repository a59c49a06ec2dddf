//! CreateImageFromMachine (contract §4.5): the 201 brings a placeholder, GetImage tells the rest.

use image_console_core::{Request, Response, encode};
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};
use serde_json::json;

use super::asked;
use super::follow_image::{self, Missing};
use super::search::{Found, Search};
use super::words;
use crate::triton_cloudapi::requests;

/// The server gives up after 3630 s (§3.1); a quarter of an hour more for clocks and queues.
const DEADLINE: i64 = 4_500_000;

/// Follows the creation of an image.
#[derive(Debug, Clone, Copy)]
pub(super) struct Create;

impl Create {
    fn accepted(operation: &Operation, response: &Response) -> Reading {
        let in_body = requests::parse_created(response);
        let id = in_body
            .as_ref()
            .ok()
            .and_then(|c| c.image.id.text())
            .map(str::to_owned)
            .or_else(|| location(response));
        let Some(id) = id else {
            return match (in_body, Search::of(operation)) {
                // Accepted, but as what is not known: it is looked for.
                (Err(error), Some(_)) => Reading::no_news(error),
                _ => Reading::unknown(
                    "The server accepted it, but did not say the image's id",
                    words::list(operation),
                ),
            };
        };
        let reading = match in_body {
            Ok(created) => follow_image::of_image(&created.image),
            Err(_) => Reading::running(""),
        };
        let reading = reading.resource_id(&id).ask(json!({ "image": id }));
        match response.headers.get("x-joyent-jobid") {
            Some(job) => reading.fact("x-joyent-jobid", job),
            None => reading,
        }
    }
}

impl Follow for Create {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        match asked::success(answer) {
            Ok(response) => Self::accepted(operation, &response),
            Err(error) if asked::certainly_refused(&error) => Reading::failed("", error),
            Err(error) => Reading::no_news(error),
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        if self.poll(operation).is_some() {
            Reading::running("").note("The answer was lost; looking for the image by name and version")
        } else {
            Reading::unknown(words::ANSWER_LOST, words::list(operation))
        }
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        asked::was_bad_moment(operation)
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        match operation.address.get("image").and_then(|id| id.as_str()) {
            Some(id) => Some(requests::get_image(&asked::caller(operation), id)),
            None => search(operation).map(|search| search.request(operation)),
        }
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        if operation.address.get("image").is_some() {
            return follow_image::read(operation, answer, Missing::Gone);
        }
        let Some(search) = search(operation) else {
            return Reading::unknown(words::ANSWER_LOST, words::list(operation));
        };
        match search.read(answer, None) {
            Err(error) => Reading::no_news(error),
            Ok(Found::Nothing) => Reading::running("").note(words::NOT_SEEN),
            Ok(Found::Candidates(ids)) => words::candidates(operation, &ids),
            Ok(Found::One(image)) => {
                let id = image.id.text().unwrap_or_default();
                follow_image::of_image(&image).ask(json!({ "image": id })).note(words::FOUND_BY_NAME)
            }
        }
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { fastest: 3_000, deadline: DEADLINE, ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        match &operation.resource.id {
            Some(id) => words::image(operation, id),
            None => words::list(operation),
        }
    }
}

/// The search that was prepared, or one from the request alone.
fn search(operation: &Operation) -> Option<Search> {
    Search::of(operation).or_else(|| {
        Some(Search {
            name: asked::in_body(operation, "name")?,
            version: asked::in_body(operation, "version")?,
            ..Search::default()
        })
    })
}

/// The id at the end of `Location`, which is a path.
fn location(response: &Response) -> Option<String> {
    let (_, id) = response.headers.get("Location")?.rsplit_once("/images/")?;
    encode::decode(id).filter(|id| !id.is_empty() && !id.contains('/'))
}
