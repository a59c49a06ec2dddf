//! "Test connection": what one authenticated search tells, in words.

use image_console_core::{ApiError, ErrorKind, Request, Response};

use super::explain::explain;
use super::{Search, requests};
use crate::explanation::Explanation;

/// What the test found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// One line.
    pub headline: String,
    /// Why and what next; absent when it works.
    pub explanation: Option<Explanation>,
    /// The error that says so; absent when it works.
    pub error: Option<ApiError>,
}

/// The call of the test: a search for one upload.
#[must_use]
pub fn request() -> Request {
    requests::search(&Search { limit: 1, ..Search::default() }, 0)
}

/// Reads what came of it.
#[must_use]
pub fn classify(answer: &Result<Response, ApiError>) -> Report {
    let error = match answer.as_ref().map_err(Clone::clone).and_then(requests::parse_search) {
        Ok(_) => {
            let headline = "The API answers and accepts the token and the user id.".to_owned();
            return Report { headline, explanation: None, error: None };
        }
        Err(error) => error,
    };
    let headline = match (&error.kind, error.status) {
        (ErrorKind::Unreachable, _) => "The API cannot be reached from this page.",
        (ErrorKind::TimedOut(_), _) => "The API did not answer in time.",
        (ErrorKind::NotSigned, _) => "There is no token for this connection.",
        (ErrorKind::Unreadable, _) | (_, Some(404 | 405)) => {
            "Something answers at this address, but it is not the Marketplace's publisher API."
        }
        (_, Some(401)) => "The API answers, but does not accept the token and the user id.",
        (_, Some(403)) => "The token is accepted, but this user may not search uploads.",
        _ => "The API answers, but the call failed.",
    };
    Report { headline: headline.to_owned(), explanation: Some(explain(&error)), error: Some(error) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle_marketplace::testing::{answer, with_type};

    #[test]
    fn each_finding_has_its_line() {
        assert!(request().target.ends_with("?limit=1&offset=0"));
        for (answer, words) in [
            (Ok(answer(200, r#"{"items":[]}"#)), "accepts the token"),
            (Ok(answer(401, "")), "does not accept"),
            (Ok(answer(403, "")), "may not search"),
            (Ok(with_type(200, "text/html", "<html>")), "not the Marketplace's"),
            (Ok(answer(404, "")), "not the Marketplace's"),
            (Ok(answer(500, "")), "call failed"),
            (Err(ApiError::without_answer(ErrorKind::Unreachable, "")), "cannot be reached"),
        ] {
            let report = classify(&answer);
            assert!(report.headline.contains(words), "{}", report.headline);
            assert_eq!(report.error.is_some(), report.explanation.is_some());
        }
    }
}
