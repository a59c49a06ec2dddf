//! `Retry-After`, wherever it stands: in an answer's headers or in an error.

use image_console_core::time::Timestamp;

use crate::follow::Answer;
use crate::schedule;

/// The instant before which the upstream does not want to be asked again.
pub fn of(answer: &Answer, now: Timestamp) -> Option<Timestamp> {
    let text = match answer {
        Ok(response) => response.headers.get("Retry-After"),
        Err(error) => error.retry_after.as_deref(),
    };
    text.and_then(|text| schedule::retry_after(text, now))
}
