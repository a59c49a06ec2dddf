//! What the work request of an export tells (contract §5): its status, then its errors and its log.

use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Answer, Operation, Part, Progress, Reading};

use super::stage::Stage;
use super::words;
use crate::decode::Lenient;
use crate::oci::error::says_not_found;
use crate::oci::{self, par};
use crate::oci_compute::model::{WorkRequest, WorkRequestResource};
use crate::oci_compute::requests;

/// So many questions in a row may go unanswered before an ended work request ends the operation
/// without its errors or log.
const PATIENCE: u32 = 2;

/// Follows the work request of that id from here on.
pub(super) fn follow(reading: Reading, id: &str) -> Reading {
    let stage = Stage::Work { id: id.to_owned(), seen: false };
    reading.ask(stage.address()).fact("opc-work-request-id", id)
}

/// Reads GetWorkRequest.
pub(super) fn read(operation: &Operation, answer: Answer, id: &str, seen: bool) -> Reading {
    let work = oci::answered(answer).and_then(|response| requests::parse_work_request(&response));
    match work {
        Ok(work) => of_work(&work, id),
        // One that was never seen may not be known yet; one that was is no longer known.
        Err(error) if says_not_found(&error) && (seen || operation.polls.errors >= PATIENCE) => {
            let stage = Stage::Image { vanished: true, accepted: true };
            at_once(Reading::running(operation.state()).note(words::VANISHED).ask(stage.address()))
        }
        Err(error) => Reading::no_news(error),
    }
}

fn of_work(work: &WorkRequest, id: &str) -> Reading {
    let status = work.status.shown(Clone::clone).unwrap_or_default();
    let id = id.to_owned();
    let mut reading = match status.as_str() {
        "FAILED" | "CANCELED" => {
            let stage = Stage::Errors { id, status: status.clone() };
            at_once(Reading::running(status).ask(stage.address()))
        }
        "SUCCEEDED" => {
            let stage = Stage::Logs { id, status: status.clone(), code: None, message: None };
            at_once(Reading::at(status, Progress::percent(100)).ask(stage.address()))
        }
        _ => {
            let stage = Stage::Work { id, seen: true };
            let reading = match work.percent_complete.value() {
                Some(percent) => Reading::at(status, Progress::percent(*percent)),
                None => Reading::running(status),
            };
            reading.ask(stage.address())
        }
    };
    reading.parts = work.resources.value().map(|resources| parts(resources));
    if let Some(kind) = work.operation_type.shown(Clone::clone) {
        reading = reading.fact("operationType", kind);
    }
    let times = [
        ("timeAccepted", &work.time_accepted),
        ("timeStarted", &work.time_started),
        ("timeFinished", &work.time_finished),
    ];
    for (label, time) in times {
        if let Some(time) = time.shown(|t| t.rfc3339()) {
            reading = reading.fact(label, time);
        }
    }
    reading
}

/// What the work request works on, in the API's words.
fn parts(resources: &[Lenient<WorkRequestResource>]) -> Vec<Part> {
    let part = |resource: &WorkRequestResource| {
        let words = [&resource.entity_type, &resource.identifier].map(|w| w.shown(Clone::clone));
        Part {
            name: words.into_iter().flatten().collect::<Vec<_>>().join(" "),
            state: resource.action_type.shown(Clone::clone).unwrap_or_default(),
            progress: None,
            facts: Vec::new(),
        }
    };
    resources.iter().filter_map(Lenient::value).map(part).collect()
}

/// Reads the errors of a work request that did not succeed; the first one is the cause.
pub(super) fn read_errors(operation: &Operation, answer: Answer, id: &str, status: &str) -> Reading {
    let errors = oci::answered(answer).and_then(|r| requests::parse_work_request_errors(&r));
    let errors = match errors {
        Ok(errors) => errors,
        Err(error) if is_worth_waiting(operation, &error) => return Reading::no_news(error),
        Err(_) => Vec::new(),
    };
    let mut lines = errors.iter().map(|error| match error {
        Lenient::Value(error) => (error.code.shown(Clone::clone), error.message.shown(|m| par::mask(m))),
        Lenient::Wrong(raw) => (None, Some(par::mask(raw))),
        Lenient::Absent => (None, None),
    });
    let (code, message) = lines.next().unwrap_or_default();
    let stage = Stage::Logs { id: id.to_owned(), status: status.to_owned(), code, message };
    let mut reading = Reading::running(status).ask(stage.address());
    for (at, (code, message)) in lines.enumerate() {
        let line: Vec<_> = [code, message].into_iter().flatten().collect();
        reading = reading.fact(format!("error {}", at + 2), line.join(": "));
    }
    at_once(reading)
}

/// Reads the log of an ended work request and ends the operation.
pub(super) fn read_logs(
    operation: &Operation,
    answer: Answer,
    status: &str,
    (code, message): (Option<String>, Option<String>),
) -> Reading {
    let logs = oci::answered(answer).and_then(|r| requests::parse_work_request_logs(&r));
    let logs = match logs {
        Ok(logs) => logs,
        Err(error) if is_worth_waiting(operation, &error) => return Reading::no_news(error),
        Err(_) => Vec::new(),
    };
    let mut reading = if status == "SUCCEEDED" {
        Reading::succeeded(status)
    } else {
        // There is no status: no call failed.
        let unsaid = || format!("The work request ended as {status} and does not say why");
        let mut error = ApiError::without_answer(ErrorKind::Refused, message.unwrap_or_else(unsaid));
        error.code = code;
        Reading::failed(status, error)
    };
    // They came newest first.
    for (at, entry) in logs.iter().rev().filter_map(Lenient::value).enumerate() {
        let time = entry.timestamp.shown(|t| t.day_and_time()).unwrap_or_default();
        let text = entry.message.shown(|m| par::mask(m)).unwrap_or_default();
        reading = reading.fact(format!("log {} {time}", at + 1).trim_end(), text);
    }
    reading
}

/// Whether a question about an ended work request should be asked once more: what it tells is worth
/// a little patience, but not that the operation never ends.
fn is_worth_waiting(operation: &Operation, error: &ApiError) -> bool {
    let refused = error.status.is_some_and(|s| (400..500).contains(&s) && !matches!(s, 401 | 429));
    !refused && operation.polls.errors < PATIENCE
}

pub(super) fn at_once(mut reading: Reading) -> Reading {
    reading.ask_again_at_once = true;
    reading
}
