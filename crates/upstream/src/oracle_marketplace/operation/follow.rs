//! The follower of uploads.

use image_console_core::{Request, Response};
use image_console_operation::{Answer, Follow, Operation, Outcome, Policy, Progress, Reading};

use super::address::Address;
use super::reading;
use crate::oracle_marketplace::error::parse_error;
use crate::oracle_marketplace::model::ShortStatus;
use crate::oracle_marketplace::{Status, requests};

/// After so many answers in a row that there is no such upload, there is none.
const CERTAIN: u32 = 3;
/// Large images take days on slow lines; in milliseconds.
const DEADLINE: i64 = 7 * 86_400_000;
const NO_ID: &str = "The operation does not say which upload it is about";

/// Follows an upload by its id.
#[derive(Debug, Clone, Copy)]
pub(super) struct MachineImageUpload;

impl Follow for MachineImageUpload {
    /// Uploads are started elsewhere, so nothing is submitted; an answer would be one to a question.
    fn submitted(&self, operation: &Operation, answer: Answer) -> Reading {
        self.read(operation, answer)
    }

    fn resumed(&self, operation: &Operation) -> Reading {
        match Address::read(operation) {
            Some(_) => Reading::running(operation.state()),
            None => Reading::unknown(NO_ID, self.look_at(operation)),
        }
    }

    fn poll(&self, operation: &Operation) -> Option<Request> {
        let address = Address::read(operation)?;
        Some(if address.asks_in_full() {
            requests::detailed_status(&address.id)
        } else {
            requests::short_status(&address.id)
        })
    }

    fn read(&self, operation: &Operation, answer: Answer) -> Reading {
        let Some(address) = Address::read(operation) else {
            return Reading::unknown(NO_ID, self.look_at(operation));
        };
        match answer {
            Err(error) => Reading::no_news(error),
            Ok(response) if !response.is_success() => refused(self, operation, address, &response),
            Ok(response) if address.asks_in_full() || !response.body.is_empty() => {
                in_full(operation, address, &response)
            }
            Ok(response) => in_short(operation, address, &ShortStatus::of(&response)),
        }
    }

    /// Every 10 to 30 s, as the contract suggests (§4).
    fn policy(&self, _: &Operation) -> Policy {
        Policy { fastest: 10_000, slowest: 30_000, deadline: DEADLINE, ..Policy::default() }
    }

    fn look_at(&self, operation: &Operation) -> String {
        let id = Address::read(operation).map_or_else(|| operation.resource.name.clone(), |a| a.id);
        format!("upload {id} on {}", operation.resource.connection)
    }
}

/// An error status. HEAD errors have no body, so the next question is the full one.
fn refused(
    follower: &MachineImageUpload,
    operation: &Operation,
    mut address: Address,
    response: &Response,
) -> Reading {
    let error = parse_error(response);
    let missing = |status: Option<u16>| matches!(status, Some(400 | 404));
    let before = operation.error.as_ref().and_then(|error| error.status);
    if missing(error.status) && missing(before) && operation.polls.errors >= CERTAIN - 1 {
        let why = format!("The API says {CERTAIN} times in a row that there is no such upload: {error}");
        return Reading::unknown(why, follower.look_at(operation));
    }
    address.no_head |= !address.asks_in_full() && matches!(error.status, Some(405 | 501));
    address.full = true;
    Reading::no_news(error).ask(address.json())
}

/// The detailed status. While things move, it is the next question too; when they rest, the short
/// one will do.
fn in_full(operation: &Operation, mut address: Address, response: &Response) -> Reading {
    let upload = match requests::parse_detailed_status(response) {
        Ok(upload) => upload,
        Err(error) => return Reading::no_news(error),
    };
    let reading = reading::of(&upload);
    let moved = differs(operation, &reading);
    if moved {
        address.changed = operation.polls.last;
    }
    let progress = match &reading.outcome {
        Outcome::Running { progress, .. } => progress.as_ref(),
        _ => None,
    };
    if let Some(at) = operation.polls.last {
        address.recent.add(at, progress);
    }
    address.full = moved && operation.timeline.last_seen().is_some();
    address.cheap = 0;
    address.modified = upload.last_modified_date.value().map(|t| t.0.div_euclid(1000));
    reading.ask(address.json())
}

/// Whether a reading tells anything that the record does not hold.
fn differs(operation: &Operation, reading: &Reading) -> bool {
    let Some(seen) = operation.timeline.last_seen() else { return true };
    let same = match &reading.outcome {
        Outcome::Running { state, progress } => *state == seen.state && *progress == seen.progress,
        _ => false,
    };
    !same
        || reading.note != seen.note
        || reading.parts.as_ref().is_some_and(|parts| *parts != operation.parts)
}

/// The short status: either nothing has changed, or the detailed one is asked for at once.
fn in_short(operation: &Operation, mut address: Address, short: &ShortStatus) -> Reading {
    let Some(state) = &short.status else {
        // The page may not read the headers, or a proxy drops them.
        address.no_head = true;
        return at_once(as_before(operation), &address);
    };
    let modified = short.last_modified_date.value().map(|t| t.0.div_euclid(1000));
    let known = operation.state();
    let same_state = state == known || Status::parse(state).is_some_and(|s| Status::parse(known) == Some(s));
    let same_date = modified.is_none() || address.modified.is_none() || modified == address.modified;
    if !same_state || !same_date {
        address.full = true;
        return at_once(as_before(operation), &address);
    }
    address.modified = address.modified.or(modified);
    address.cheap += 1;
    as_before(operation).ask(address.json())
}

fn at_once(reading: Reading, address: &Address) -> Reading {
    let mut reading = reading.ask(address.json());
    reading.ask_again_at_once = true;
    reading
}

/// It goes on as it was last seen.
fn as_before(operation: &Operation) -> Reading {
    let seen = operation.timeline.last_seen();
    let state = seen.map(|s| s.state.clone()).unwrap_or_default();
    let progress: Option<Progress> = seen.and_then(|s| s.progress.clone());
    let mut reading = Reading::new(Outcome::Running { state, progress });
    reading.note = seen.and_then(|s| s.note.clone());
    reading
}
