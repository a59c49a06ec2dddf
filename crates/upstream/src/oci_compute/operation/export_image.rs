//! Following ExportImage (contract §4.3): the answer names a work request, or it is looked for among
//! those of the image, or the image's own state is all there is.

use image_console_core::{ApiError, Request, Response};
use image_console_operation::{Answer, Follow, Operation, Policy, Reading};

use super::stage::Stage;
use super::work_request::{self, at_once};
use super::{asked, words};
use crate::decode::Lenient;
use crate::oci::{self, Meta, paging, retry, skew};
use crate::oci_compute::model::WorkRequest;
use crate::oci_compute::requests;

/// After so many polls without a trace, the request most likely never arrived.
const NO_TRACE: u32 = 4;

/// Follows an export.
#[derive(Debug, Clone, Copy)]
pub(super) struct ExportImage;

impl Follow for ExportImage {
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        match oci::answered(answer) {
            Ok(response) => accepted(operation, &response),
            Err(error) => retry::not_accepted(operation, error),
        }
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        let stage = Stage::of(operation);
        Reading::running("").note(words::LOST).ask(stage.address())
    }

    /// The very same request under the same token is carried out once (§2.5).
    fn may_send_again(&self, operation: &Operation) -> bool {
        operation.retry_token.is_some()
    }

    fn may_repeat(&self, operation: &Operation) -> bool {
        operation.error.as_ref().map(ApiError::from).is_some_and(|error| retry::was_bad_moment(&error))
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        let image = asked::image(operation);
        Some(match Stage::of(operation) {
            Stage::Work { id, .. } => requests::get_work_request(&id),
            Stage::Errors { id, .. } => requests::list_work_request_errors(&id),
            Stage::Logs { id, .. } => requests::list_work_request_logs(&id),
            Stage::Looking { compartment: Some(compartment), page, .. } => {
                let list = requests::list_work_requests(&compartment, image);
                page.map_or(list.clone(), |page| paging::on_page(&list, &page))
            }
            Stage::Looking { compartment: None, .. } | Stage::Image { .. } => requests::get_image(image),
        })
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        match Stage::of(operation) {
            Stage::Work { id, seen } => work_request::read(operation, answer, &id, seen),
            Stage::Errors { id, status } => work_request::read_errors(operation, answer, &id, &status),
            Stage::Logs { status, code, message, .. } => {
                work_request::read_logs(operation, answer, &status, (code, message))
            }
            Stage::Looking { compartment: None, accepted, .. } => find_compartment(answer, accepted),
            Stage::Looking { compartment, page, found, accepted } => {
                let list = Looked { compartment, page, found, accepted };
                look(operation, answer, list)
            }
            Stage::Image { vanished, accepted } => of_image(operation, answer, vanished, accepted),
        }
    }

    /// §5 advises every 5 to 10 s with back-off; exports take minutes.
    fn policy(&self, _: &Operation) -> Policy {
        Policy { fastest: 5_000, slowest: 20_000, resend: retry::resend(), ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        words::look_at(operation)
    }
}

/// The 200 of ExportImage. Its body may be unreadable: the header alone tells what to follow.
fn accepted(operation: &Operation, response: &Response) -> Reading {
    let meta = Meta::of(response);
    let image = requests::parse_image(response);
    let state = image.as_ref().ok().and_then(|i| i.lifecycle_state.shown(Clone::clone)).unwrap_or_default();
    let mut reading = Reading::running(state).note(words::STATE_OF_IMAGE);
    for (label, value) in [("opc-request-id", &meta.request_id), ("etag", &meta.etag)] {
        if let Some(value) = value {
            reading = reading.fact(label, value);
        }
    }
    if let Some(id) = &meta.work_request_id {
        return work_request::follow(reading, id);
    }
    let told = image.ok().and_then(|i| i.compartment_id.text().map(str::to_owned));
    let Stage::Looking { compartment, .. } = Stage::of(operation) else { return reading };
    let compartment = told.or(compartment);
    let stage = Stage::Looking { compartment, page: None, found: Vec::new(), accepted: true };
    reading.ask(stage.address())
}

fn find_compartment(answer: Answer, accepted: bool) -> Reading {
    let image = oci::answered(answer).and_then(|response| requests::parse_image(&response));
    match image {
        Ok(image) => {
            let state = image.lifecycle_state.shown(Clone::clone).unwrap_or_default();
            let stage = match image.compartment_id.text() {
                Some(id) => Stage::Looking {
                    compartment: Some(id.to_owned()),
                    page: None,
                    found: Vec::new(),
                    accepted,
                },
                None => Stage::Image { vanished: false, accepted },
            };
            at_once(Reading::running(state).note(words::STATE_OF_IMAGE).ask(stage.address()))
        }
        Err(error) => Reading::no_news(error),
    }
}

/// The search for a work request that nobody told the id of.
struct Looked {
    compartment: Option<String>,
    page: Option<String>,
    found: Vec<String>,
    accepted: bool,
}

/// Reads a page of the image's work requests: those taken up since the export was sent, give or take
/// what clocks may differ.
fn look(operation: &Operation, answer: Answer, mut list: Looked) -> Reading {
    let response = match oci::answered(answer) {
        Ok(response) => response,
        // Who may not list work requests can still see the image.
        Err(error) if matches!(error.status, Some(400 | 403 | 404)) => {
            let stage = Stage::Image { vanished: false, accepted: list.accepted };
            let note = format!("{error}. Asking for the image instead");
            return at_once(Reading::running(operation.state()).note(note).ask(stage.address()));
        }
        Err(error) => return Reading::no_news(error),
    };
    let works = match requests::parse_work_requests(&response) {
        Ok(works) => works,
        Err(error) => return Reading::no_news(error),
    };
    let earliest = operation.started.0.saturating_sub(skew::ALLOWED);
    let since = |work: &&WorkRequest| work.time_accepted.value().is_some_and(|t| t.0 >= earliest);
    let ids = works.iter().filter_map(Lenient::value).filter(since).filter_map(|w| w.id.text());
    list.found.extend(ids.map(str::to_owned));
    let next = paging::next_page(&response).filter(|next| Some(*next) != list.page.as_deref());
    let state = operation.state();
    if let Some(next) = next {
        let Looked { compartment, found, accepted, .. } = list;
        let stage = Stage::Looking { compartment, page: Some(next.to_owned()), found, accepted };
        return at_once(Reading::running(state).note(words::NONE_SO_FAR).ask(stage.address()));
    }
    match list.found.as_slice() {
        [id] => {
            let note = if list.accepted { words::FOUND_ACCEPTED } else { words::FOUND };
            at_once(work_request::follow(Reading::running(state).note(note), id))
        }
        [] if operation.polls.count >= NO_TRACE => {
            let stage = Stage::Image { vanished: false, accepted: list.accepted };
            at_once(Reading::running(state).note(words::NONE_SO_FAR).ask(stage.address()))
        }
        [] => {
            let Looked { compartment, accepted, .. } = list;
            let stage = Stage::Looking { compartment, page: None, found: Vec::new(), accepted };
            Reading::running(state).note(words::NONE_SO_FAR).ask(stage.address())
        }
        several => Reading::unknown(
            "The answer was lost. The image has several work requests since then, and which one is this export's cannot be told",
            format!("the work requests {}, and at {}", several.join(", "), words::look_at(operation)),
        ),
    }
}

/// Reads GetImage where no work request is known: `EXPORTING` is all that can be followed, and its
/// end does not tell how the export went.
fn of_image(operation: &Operation, answer: Answer, vanished: bool, accepted: bool) -> Reading {
    let image = oci::answered(answer).and_then(|response| requests::parse_image(&response));
    let image = match image {
        Ok(image) => image,
        Err(error) => return Reading::no_news(error),
    };
    let state = image.lifecycle_state.shown(Clone::clone).unwrap_or_default();
    if state == "EXPORTING" || state.is_empty() {
        // Seen to be exported, so that something was carried out.
        let stage = Stage::Image { vanished, accepted: accepted || !state.is_empty() };
        return Reading::running(state).note(words::STATE_OF_IMAGE).ask(stage.address());
    }
    let why = match (vanished, accepted) {
        (true, _) => words::ENDED_VANISHED,
        (false, true) => words::ENDED_UNNAMED,
        (false, false) => words::NOT_DONE,
    };
    Reading::unknown(why, words::look_at(operation)).fact("lifecycleState", state)
}
