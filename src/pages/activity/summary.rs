//! An operation in one line.

use image_console_core::time::{Timestamp, duration};
use image_console_core::{ApiError, format};
use image_console_operation::{Operation, Status};

/// How long it has been running or took, and how it stands or ended.
#[must_use]
pub fn line(operation: &Operation, now: Timestamp) -> String {
    let elapsed = duration(operation.elapsed(now));
    let error = operation.error.as_ref().map(|error| ApiError::from(error).to_string());
    match &operation.status {
        Status::Submitting => format!("{elapsed} · the request is on its way"),
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
