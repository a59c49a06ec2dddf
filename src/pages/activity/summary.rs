//! An operation in one line.

use image_console_core::time::{Timestamp, duration};
use image_console_core::{ApiError, format};
use image_console_operation::{Operation, Status};
use image_console_upstream::oci::retry;

/// How long it has been running or took, and how it stands or ended. Nobody asks or sends anything
/// while its connection is `unable` to.
#[must_use]
pub fn line(operation: &Operation, now: Timestamp, unable: bool) -> String {
    let elapsed = duration(operation.elapsed(now));
    if unable && !operation.status.is_ended() {
        return format!("{elapsed} · waits until {} can be asked", operation.connection);
    }
    let error = operation.error.as_ref().map(|error| ApiError::from(error).to_string());
    match &operation.status {
        Status::Submitting => match sent_again(operation, now) {
            Some(again) => match last_miss(operation) {
                miss if miss.is_empty() => format!("{elapsed} · {again}"),
                miss => format!("{elapsed} · {miss} · {again}"),
            },
            None => format!("{elapsed} · the request is on its way"),
        },
        Status::Running { .. } => {
            let asked = format!("{elapsed} · {}", times_asked(operation));
            match error {
                Some(error) => format!("{asked} · the last check failed: {error}"),
                None => asked,
            }
        }
        Status::Succeeded => format!("done in {elapsed} · {}", ended(operation)),
        Status::Failed => {
            let error = error.unwrap_or_else(|| "the server does not say why".to_owned());
            format!("{error} · after {elapsed} · {}", ended(operation))
        }
        Status::Unknown { why, look_at } => format!("{why}. Look at {look_at}."),
    }
}

/// When a request that could not be taken up is sent again; nothing while it is on its way or done.
#[must_use]
pub fn sent_again(operation: &Operation, now: Timestamp) -> Option<String> {
    let due = operation.polls.due.filter(|_| operation.status == Status::Submitting)?;
    let when = match due.since(now) {
        ..=0 => "now".to_owned(),
        wait => format!("in {}", duration(wait)),
    };
    let (next, most) = (operation.attempts.saturating_add(1), retry::resend().attempts);
    Some(format!("It is sent again {when} under the same retry token, attempt {next} of {most}."))
}

/// What the last attempt met.
#[must_use]
pub fn last_miss(operation: &Operation) -> String {
    let last = operation.timeline.entries.iter().rev().find(|entry| entry.missed);
    last.and_then(|entry| entry.note.clone()).unwrap_or_default()
}

/// `asked 31 times`.
#[must_use]
pub fn times_asked(operation: &Operation) -> String {
    match operation.polls.count {
        0 => "not asked about yet".to_owned(),
        n => format!("asked about {}", format::plural(n.into(), "time")),
    }
}

fn ended(operation: &Operation) -> String {
    operation.ended.map_or_else(String::new, Timestamp::day_and_time)
}
