//! "Test connection": what the root and one authenticated call together tell, in words.

use image_console_core::{ApiError, ErrorKind, Request, Response};

use super::explain::explain;
use super::model::Root;
use super::requests::{self, InstanceFilter};
use crate::explanation::Explanation;

/// What came of one call: an answer of any status, or none.
pub type Outcome = Result<Response, ApiError>;

/// What the test found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// One line.
    pub headline: String,
    /// The root, when it could be read: the API's own addresses and where to get a passcode.
    pub root: Option<Root>,
    /// Why and what next; absent when it works.
    pub explanation: Option<Explanation>,
    /// The error that says so; absent when it works.
    pub error: Option<ApiError>,
}

/// The two calls: the root, which needs no token, and a list of one service instance.
#[must_use]
pub fn requests() -> [Request; 2] {
    [
        requests::root(),
        requests::list_service_instances(&InstanceFilter { per_page: 1, ..InstanceFilter::default() }),
    ]
}

/// Reads what came of them.
#[must_use]
pub fn classify(root: &Outcome, call: &Outcome) -> Report {
    let known = |outcome: &Outcome| outcome.as_ref().map_err(Clone::clone).and_then(requests::parse_root);
    let (root, root_error) = match known(root) {
        Ok(root) => (Some(root), None),
        Err(error) => (None, Some(error)),
    };
    let call = call.as_ref().map_err(Clone::clone);
    let Err(error) = call.and_then(|response| requests::parse_service_instances::<&str>(response, &[]))
    else {
        let version =
            root.as_ref().and_then(Root::version).map(|v| format!(" API version {v}.")).unwrap_or_default();
        let headline = format!("The API answers and accepts the token.{version}");
        return Report { headline, root, explanation: None, error: None };
    };
    // When not even the root is one, that says more than what the second call met.
    let error = root_error.filter(|e| e.kind == ErrorKind::Unreadable).unwrap_or(error);
    let headline = match (&error.kind, error.status) {
        (ErrorKind::Unreachable, _) if root.is_some() => {
            "The API answers, but the call with a token was blocked: the proxy must admit the Authorization header."
        }
        (ErrorKind::Unreachable, _) => "The API cannot be reached from this page.",
        (ErrorKind::TimedOut(_), _) => "The API did not answer in time.",
        (ErrorKind::NotSigned, _) if root.is_some() => "The API answers; nobody is signed in yet.",
        (ErrorKind::NotSigned, _) => "Nobody is signed in on this connection.",
        (ErrorKind::Unreadable, _) => "Something answers at this address, but it is not a Cloud Foundry API.",
        (_, Some(401)) => "The API answers, but does not accept the token.",
        (_, Some(403)) => "The token is accepted, but it may not list service instances.",
        (_, Some(404)) if root.is_none() => {
            "Something answers at this address, but it is not a Cloud Foundry API."
        }
        _ => "The API answers, but the call failed.",
    };
    Report { headline: headline.to_owned(), root, explanation: Some(explain(&error)), error: Some(error) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::testing::{answer, fixture, refusal};

    #[test]
    fn each_finding_has_its_line() {
        let root = || {
            Ok(answer(200, r#"{"links":{"cloud_controller_v3":{"href":"x","meta":{"version":"3.228.0"}}}}"#))
        };
        let blocked = || Err(ApiError::without_answer(ErrorKind::Unreachable, ""));
        let nobody = Err(ApiError::without_answer(ErrorKind::NotSigned, ""));
        for (root, call, words) in [
            (root(), Ok(answer(200, fixture!("service_instances.json"))), "API version 3.228.0"),
            (root(), blocked(), "was blocked"),
            (blocked(), blocked(), "cannot be reached"),
            (root(), nobody, "nobody is signed in"),
            (root(), Ok(refusal(401, 1000, "CF-InvalidAuthToken")), "does not accept the token"),
            (root(), Ok(refusal(403, 10003, "CF-NotAuthorized")), "may not list"),
            (Ok(answer(200, "<html>")), Ok(answer(404, "<html>")), "not a Cloud Foundry API"),
            (root(), Ok(answer(502, "")), "call failed"),
        ] {
            let report = classify(&root, &call);
            assert!(report.headline.contains(words), "{}", report.headline);
            assert_eq!(report.error.is_some(), report.explanation.is_some());
        }
    }
}
