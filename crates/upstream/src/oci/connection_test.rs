//! "Test connection": what one signed call tells, in words. Any question will do; ListImages of the
//! connection's compartment says most, because it needs the compartment too.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind, Response};

use super::explain::explain;
use super::{answer, skew};
use crate::explanation::Explanation;

/// What the test found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Finding {
    /// It works.
    Fine,
    /// The signature is accepted, but what was asked for is not there or not allowed.
    NotThereOrNotAllowed,
    /// The clocks differ by so many milliseconds.
    Skew(i64),
    /// The signature is not accepted.
    NotAuthenticated,
    /// The request could not be signed here.
    NotSigned,
    /// Nothing that may be read.
    Unreachable,
    /// No answer in time, in seconds.
    TimedOut(u32),
    /// Something answers that is not the service.
    NotTheService,
    /// Anything else.
    Other,
}

/// A finding with its words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// What was found.
    pub finding: Finding,
    /// One line.
    pub headline: &'static str,
    /// Why and what next; absent when it works.
    pub explanation: Option<Explanation>,
    /// The error that says so, for its code, message and request id.
    pub error: Option<ApiError>,
}

/// Classifies what came of the call. `at` is this computer's time when the answer came.
#[must_use]
pub fn classify(outcome: &Result<Response, ApiError>, at: Timestamp) -> Report {
    let error = match outcome {
        Ok(response) => match answer::success(response) {
            Ok(_) => {
                return Report {
                    finding: Finding::Fine,
                    headline: "It works",
                    explanation: None,
                    error: None,
                };
            }
            Err(error) => error,
        },
        Err(error) => error.clone(),
    };
    let apart = outcome.as_ref().ok().and_then(|response| skew::beyond(response, at));
    let finding = find(&error, apart);
    let explanation = match finding {
        Finding::Skew(difference) => skew::explain(difference),
        _ => explain(&error),
    };
    Report { finding, headline: headline(finding), explanation: Some(explanation), error: Some(error) }
}

fn find(error: &ApiError, apart: Option<i64>) -> Finding {
    match (&error.kind, error.status) {
        (ErrorKind::Unreachable, _) => Finding::Unreachable,
        (ErrorKind::TimedOut(seconds), _) => Finding::TimedOut(*seconds),
        (ErrorKind::NotSigned, _) => Finding::NotSigned,
        (ErrorKind::Unreadable, _) => Finding::NotTheService,
        (ErrorKind::Cancelled | ErrorKind::ReadOnly, _) => Finding::Other,
        (ErrorKind::Refused, Some(401)) => apart.map_or(Finding::NotAuthenticated, Finding::Skew),
        (ErrorKind::Refused, _) if error.code.is_none() => Finding::NotTheService,
        (ErrorKind::Refused, Some(403 | 404)) => Finding::NotThereOrNotAllowed,
        (ErrorKind::Refused, _) => Finding::Other,
    }
}

const fn headline(finding: Finding) -> &'static str {
    match finding {
        Finding::Fine => "It works",
        Finding::NotThereOrNotAllowed => {
            "The key is accepted, but the compartment is not there or not yours to see"
        }
        Finding::Skew(_) => "This computer's clock is off",
        Finding::NotAuthenticated => "The signature is not accepted",
        Finding::NotSigned => "The request could not be signed",
        Finding::Unreachable => "No answer that this page may read",
        Finding::TimedOut(_) => "No answer in time",
        Finding::NotTheService => "Something else answers at this address",
        Finding::Other => "The service refused the call",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::{answer, problem, with, with_type};

    #[test]
    fn each_way_of_not_working_is_told_apart() {
        let date = "Tue, 05 Mar 2024 10:15:30 GMT";
        let at = Timestamp::parse("2024-03-05T10:25:30Z").expect("a date");
        let lost = |kind| Err(ApiError::without_answer(kind, "x"));
        for (outcome, finding) in [
            (Ok(answer(200, "[]")), Finding::Fine),
            (Ok(problem(401, "NotAuthenticated")), Finding::NotAuthenticated),
            (Ok(with(problem(401, "NotAuthenticated"), "Date", date)), Finding::Skew(600_000)),
            (Ok(problem(404, "NotAuthorizedOrNotFound")), Finding::NotThereOrNotAllowed),
            (Ok(with_type(404, "text/html", "<html>")), Finding::NotTheService),
            (Ok(with_type(200, "text/html", "<html>")), Finding::NotTheService),
            (Ok(problem(429, "TooManyRequests")), Finding::Other),
            (lost(ErrorKind::Unreachable), Finding::Unreachable),
            (lost(ErrorKind::TimedOut(30)), Finding::TimedOut(30)),
            (lost(ErrorKind::NotSigned), Finding::NotSigned),
        ] {
            let report = classify(&outcome, at);
            assert_eq!(report.finding, finding);
            assert_eq!(report.explanation.is_none(), finding == Finding::Fine);
        }
    }
}
