//! Why a call failed and what to do next, in plain words. The upstream's own code and message are
//! shown beside it.

mod codes;
mod image_error;
mod skew;
mod transport;

#[cfg(test)]
mod tests;

use image_console_core::{ApiError, ErrorKind};

use super::error::same_code;
use crate::explanation::Explanation;

pub use image_error::explain_image_error;
pub(super) use skew::explain as explain_skew;
pub use skew::skew_seconds;

/// Explains a failed call.
#[must_use]
pub fn explain(error: &ApiError) -> Explanation {
    if error.kind != ErrorKind::Refused {
        return transport::explain(error);
    }
    if let Some(seconds) = skew_seconds(&error.message) {
        return skew::explain(seconds);
    }
    error
        .code
        .as_deref()
        .and_then(by_code)
        .unwrap_or_else(|| codes::by_status(error.status.unwrap_or_default()))
}

/// The line of the table for a code. As it is spelled first: `ServiceUnavailable` and
/// `ServiceUnavailableError` are different things; then without regard to a final `Error`.
fn by_code(code: &str) -> Option<Explanation> {
    let table = codes::CODES;
    let exact = table.iter().find(|line| line.0 == code);
    let line = exact.or_else(|| table.iter().find(|line| same_code(line.0, code)))?;
    Some(Explanation::new(line.1, line.2))
}
