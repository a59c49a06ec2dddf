//! A follower for an invented API. Bodies are words: a state, `done`, `broken`, `NN%`, `elsewhere`.

use image_console_core::{ApiError, ErrorKind, Method, Request};
use image_console_operation::{Answer, Follow, Followers, Operation, Policy, Progress, Reading};
use serde_json::{Value, json};

/// Follows `make` (its answer carries what to ask), `copy` (can be asked about from the start)
/// and `burn` (cannot be asked about at all).
pub struct Works {
    pub observable: bool,
    pub known_from_the_start: bool,
}

pub fn followers() -> Followers {
    Followers::new()
        .with("works", "make", Works { observable: true, known_from_the_start: false })
        .with("works", "copy", Works { observable: true, known_from_the_start: true })
        .with("works", "burn", Works { observable: false, known_from_the_start: false })
}

fn refused(status: u16) -> ApiError {
    let mut error = ApiError::without_answer(ErrorKind::Refused, "refused");
    error.status = Some(status);
    error
}

fn understand(answer: Answer) -> Reading {
    let response = match answer {
        Ok(response) if response.is_success() => response,
        Ok(response) => return Reading::no_news(refused(response.status)),
        Err(error) => return Reading::no_news(error),
    };
    let text = response.text();
    match text.as_str() {
        "done" => Reading::succeeded("done").fact("Result", "/out/1"),
        "broken" => Reading::failed("broken", refused(200)),
        "elsewhere" => {
            Reading { ask_again_at_once: true, ..Reading::running("moved") }.ask(json!("/things/elsewhere"))
        }
        "warned" => Reading::running("working").warning("Disk is nearly full"),
        percent if percent.ends_with('%') => {
            Reading::at("working", Progress::percent(percent.trim_end_matches('%').parse().unwrap_or(0)))
        }
        state => Reading::running(state),
    }
}

impl Follow for Works {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        if let Ok(response) = &answer
            && matches!(response.status, 429 | 503)
            && operation.retry_token.is_some()
        {
            return Reading::new(image_console_operation::Outcome::TryLater(refused(response.status)));
        }
        let known = answer.as_ref().is_ok_and(|r| r.is_success());
        let reading = understand(answer);
        if known {
            reading.ask(json!(format!("/things/{}", operation.id))).resource_id("r-1")
        } else {
            reading
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        if self.known_from_the_start {
            Reading::running("").ask(json!(format!("/things/{}", operation.id)))
        } else {
            Reading::unknown("The page was closed before the answer came", self.look_at(operation))
        }
    }

    fn may_send_again(&self, _: &Operation) -> bool {
        self.observable
    }

    fn may_repeat(&self, _: &Operation) -> bool {
        true
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        let target = match &operation.address {
            Value::String(target) => target.clone(),
            _ if self.known_from_the_start => format!("/things/{}", operation.id),
            _ => return None,
        };
        self.observable.then(|| Request::new(Method::Get, target))
    }

    fn read(&self, _: &Operation, answer: Answer) -> Reading {
        understand(answer)
    }

    fn policy(&self, _: &Operation) -> Policy {
        Policy { deadline: 3_600_000, ..Policy::default() }
    }
}
