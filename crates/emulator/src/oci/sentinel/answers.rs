//! The words of the sentinels: one for every code of section 3, and the ways a network fails.

use super::Kind::{self, Answer, Network};
use crate::control::mishap::Mishap::{Drop, Empty, Hang, Html, Malformed, Truncated, WrongTypes};
use crate::oci::problem::Problem;

macro_rules! answer {
    ($word:literal, $status:literal, $code:literal, $message:literal) => {
        ($word, Answer(|| Problem::new($status, $code, $message)))
    };
}

/// Every word after `fault-`.
pub const WORDS: &[(&str, Kind)] = &[
    ("400", Answer(|| Problem::invalid("The parameter is refused by its sentinel."))),
    answer!("400-parse", 400, "CannotParseRequest", "The request cannot be parsed."),
    ("400-missing", Answer(|| Problem::missing("displayName"))),
    answer!("400-limit", 400, "LimitExceeded", "The service limit of custom images is reached."),
    answer!("400-quota", 400, "QuotaExceeded", "The compartment's quota of custom images is used up."),
    ("400-related", Answer(|| Problem::related("the bucket"))),
    ("401", Answer(Problem::not_authenticated)),
    answer!("402", 402, "SignUpRequired", "The tenancy has not signed up for this service."),
    answer!("403", 403, "NotAuthorized", "The user is not authorized."),
    answer!("403-allowed", 403, "NotAllowed", "The request is not allowed."),
    answer!("403-signup", 403, "SignUpRequired", "The tenancy has not signed up for this service."),
    ("404", Answer(Problem::not_found)),
    answer!("404-plain", 404, "NotFound", "There is nothing here."),
    answer!("404-parameter", 404, "InvalidParameter", "The path has an invalid parameter."),
    answer!("404-namespace", 404, "NamespaceNotFound", "The namespace does not exist."),
    answer!("405", 405, "MethodNotAllowed", "The method is not allowed."),
    ("409", Answer(|| Problem::incorrect_state("The resource is not in a state that allows this."))),
    answer!("409-conflict", 409, "Conflict", "The request conflicts with another one."),
    answer!("409-token", 409, "InvalidatedRetryToken", "The opc-retry-token is no longer valid."),
    answer!(
        "409-exists",
        409,
        "NotAuthorizedOrResourceAlreadyExists",
        "Authorization failed or the resource already exists."
    ),
    answer!("409-external", 409, "ExternalServerIncorrectState", "A server behind is in the wrong state."),
    answer!("409-locked", 409, "ResourceLocked", "The resource is locked."),
    answer!("409-lock", 409, "LockConflict", "Another request holds the lock."),
    ("412", Answer(Problem::no_etag_match)),
    answer!("413", 413, "PayloadTooLarge", "The body is too large."),
    answer!("422", 422, "UnprocessableEntity", "The request is understood and cannot be done."),
    answer!("429", 429, "TooManyRequests", "Too many requests for the user."),
    (
        "429-retry-after",
        Answer(|| {
            Problem::new(429, "TooManyRequests", "Too many requests for the user.").header("Retry-After", "2")
        }),
    ),
    answer!("431", 431, "RequestHeaderFieldsTooLarge", "The headers are too large."),
    answer!("500", 500, "InternalServerError", "An internal server error occurred."),
    (
        "500-template",
        Answer(|| {
            Problem::new(500, "InternalServerError", "An internal server error occurred.")
                .with_template("Host {host} did not answer.", &[("host", "images-7")])
        }),
    ),
    answer!("501", 501, "MethodNotImplemented", "The method is not implemented."),
    answer!("503", 503, "ServiceUnavailable", "The service is currently unavailable."),
    (
        "503-retry-after",
        Answer(|| {
            Problem::new(503, "ServiceUnavailable", "The service is currently unavailable.")
                .header("Retry-After", "2")
        }),
    ),
    answer!("503-unreachable", 503, "ExternalServerUnreachable", "A server behind cannot be reached."),
    answer!("503-timeout", 503, "ExternalServerTimeout", "A server behind did not answer in time."),
    answer!("503-invalid", 503, "ExternalServerInvalidResponse", "A server behind gave an invalid answer."),
    ("drop", Network(Drop)),
    ("empty", Network(Empty)),
    ("hang", Network(Hang)),
    ("html", Network(Html(502))),
    ("html-200", Network(Html(200))),
    ("html-504", Network(Html(504))),
    ("malformed", Network(Malformed)),
    ("truncated", Network(Truncated)),
    ("wrong-types", Network(WrongTypes)),
];
