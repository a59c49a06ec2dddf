//! Why a call failed and what to do next, in plain words. The service's own code and message are
//! shown beside it.

mod codes;
mod transport;

#[cfg(test)]
mod tests;

use image_console_core::{ApiError, ErrorKind};

use crate::explanation::Explanation;

/// Explains a failed call of any OCI service.
#[must_use]
pub fn explain(error: &ApiError) -> Explanation {
    if error.kind != ErrorKind::Refused {
        return transport::explain(error);
    }
    let line = error.code.as_deref().and_then(|code| codes::CODES.iter().find(|line| line.0 == code));
    line.map_or_else(
        || codes::by_status(error.status.unwrap_or_default()),
        |line| Explanation::new(line.1, line.2),
    )
}
