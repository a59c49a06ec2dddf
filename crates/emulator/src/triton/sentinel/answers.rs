//! The words of the sentinels: one for every code of section 7.2, and the ways a network fails.

use serde_json::json;

use super::Sentinel::{self, Answer, DropAfter, Network};
use crate::control::mishap::Mishap::{Drop, Empty, Hang, Html, Malformed, Truncated, WrongTypes};
use crate::triton::problem::Problem;

/// Every word after `fault-`.
pub const WORDS: &[(&str, Sentinel)] = &[
    ("400", Answer(|| Problem::new(400, "BadRequestError", "The request is malformed"))),
    (
        "400-not-implemented",
        Answer(|| Problem::new(400, "NotImplemented", "multi-file images are not supported")),
    ),
    ("401", Answer(|| Problem::credentials("Invalid authorization credentials supplied"))),
    ("401-owner", Answer(|| Problem::new(401, "UnauthorizedError", "you are not the owner"))),
    ("403", Answer(|| Problem::forbidden("You do not have permission to access this resource"))),
    ("404", Answer(|| Problem::not_found("image not found"))),
    ("409", Answer(|| Problem::invalid_argument("the request conflicts with the image's present state"))),
    ("409-exists", Answer(|| Problem::new(409, "ImageUuidAlreadyExists", "image uuid already exists"))),
    ("409-missing", Answer(|| Problem::missing("version is a required argument"))),
    ("413", Answer(|| Problem::new(413, "PayloadTooLargeError", "Request body size exceeds 100000"))),
    ("422", Answer(|| Problem::validation("the image cannot be changed now"))),
    ("422-account", Answer(|| Problem::new(422, "AccountDoesNotExist", "account does not exist"))),
    (
        "422-dependents",
        Answer(|| Problem::new(422, "ImageHasDependentImages", "image has 1 dependent incremental image(s)")),
    ),
    ("422-fields", Answer(fields)),
    (
        "422-host",
        Answer(|| Problem::new(422, "InsufficientServerVersion", "the instance's server is too old")),
    ),
    (
        "422-image-owner",
        Answer(|| Problem::new(422, "NotImageOwner", "the account is not the owner of the image")),
    ),
    ("422-manta-path", Answer(|| Problem::invalid_parameter("manta_path", "invalid manta_path"))),
    ("422-origin", Answer(|| Problem::new(422, "OriginDoesNotExist", "origin image does not exist"))),
    ("422-origin-inactive", Answer(|| Problem::new(422, "OriginIsNotActive", "origin image is not active"))),
    ("422-owner", Answer(|| Problem::new(422, "OwnerDoesNotExist", "owner does not exist"))),
    ("422-shared", Answer(|| Problem::new(422, "ImageNotShared", "image is not shared with the account"))),
    (
        "422-suffixed",
        Answer(|| Problem::new(422, "NotImageOwnerError", "the account is not the owner of the image")),
    ),
    (
        "429",
        Answer(|| {
            Problem::new(429, "TooManyRequestsError", "You have exceeded your request rate of 10 r/s.")
        }),
    ),
    ("500", Answer(|| Problem::new(500, "InternalError", "an unexpected error occurred"))),
    ("500-bare", Answer(|| Problem::bare(500, json!({"message": "job failed"})))),
    (
        "501",
        Answer(|| {
            Problem::new(501, "NotAvailable", "images cannot be made of this instance's operating system")
        }),
    ),
    ("503", Answer(Problem::front_proxy)),
    ("503-maintenance", Answer(|| maintenance("Thu, 01 Jan 2026 06:00:00 GMT"))),
    ("503-storage", Answer(|| Problem::new(503, "StorageIsDown", "the object store cannot be reached"))),
    ("503-unsupported", Answer(|| Problem::new(503, "StorageUnsupported", "no object store is configured"))),
    ("503-workflow", Answer(|| Problem::new(503, "ServiceUnavailableError", "the workflow service is down"))),
    ("drop", Network(Drop)),
    ("drop-after", DropAfter),
    ("empty", Network(Empty)),
    ("hang", Network(Hang)),
    ("html", Network(Html(502))),
    ("html-200", Network(Html(200))),
    ("malformed", Network(Malformed)),
    ("truncated", Network(Truncated)),
    ("wrong-types", Network(WrongTypes)),
];

/// Maintenance mode; `until` is a date, not seconds (section 1.2).
pub fn maintenance(until: &str) -> Problem {
    Problem::new(503, "ServiceUnavailableError", "CloudAPI is in maintenance mode")
        .header("Retry-After", until)
}

fn fields() -> Problem {
    Problem::validation("invalid image data: name, version, tags")
        .field("name", "Invalid", Some("image name is refused by its sentinel".into()))
        .field("version", "NotAllowed", Some("image version is refused by its sentinel".into()))
        .field("tags", "Invalid", None)
}
