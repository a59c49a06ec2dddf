//! Faults that a name asks for, so that each can be reached by hand in the demo. The table is in
//! the README of this crate.

use super::problem::Problem;
use crate::parts::{Answer, Asked, asked, word};
use crate::wire::query;

/// The error for every word after `fault-`: each row of section 2.
const ANSWERS: &[Answer<Problem>] = &[
    ("400", || {
        Problem::new(
            400,
            1001,
            "CF-MessageParseError",
            "Request invalid due to parse error: invalid request body",
        )
    }),
    ("400-query", || Problem::query("Unknown query parameter(s): 'x'")),
    ("400-perform", || {
        Problem::new(400, 10009, "CF-UnableToPerform", "restore could not be completed: the broker said no")
    }),
    ("401", Problem::token),
    ("401-none", Problem::authentication),
    ("403", Problem::forbidden),
    ("403-org", || Problem::new(403, 10017, "CF-OrgSuspended", "The organization is suspended")),
    ("403-space", || Problem::new(403, 10019, "CF-SpaceSuspended", "The space is suspended")),
    ("404", || Problem::missing("Service instance")),
    ("404-route", Problem::route),
    ("409", || Problem::busy("fault-409")),
    ("422", || Problem::unprocessable("The backup cannot be used for this service instance.")),
    ("422-broker", || {
        let detail =
            "The service broker could not perform this operation in parallel with other running operations";
        Problem::new(422, 270_018, "CF-ServiceBrokerConcurrencyError", detail)
    }),
    ("422-unique", || {
        Problem::new(422, 10016, "CF-UniquenessError", "A backup of that name exists already.")
    }),
    ("422-many", || {
        Problem::unprocessable("Backup must be a string")
            .and(10008, "CF-UnprocessableEntity", "Restore point must be a string")
            .and(10008, "CF-UnprocessableEntity", "Unknown field(s): 'x'")
    }),
    ("429", || Problem::rate_limit(30)),
    ("429-ip", || {
        let problem = Problem::new(
            429,
            10014,
            "CF-IPBasedRateLimitExceeded",
            "Rate Limit Exceeded: Unauthenticated requests from this IP address have exceeded the limit",
        );
        problem.plain().header("Retry-After", "30")
    }),
    ("429-broker", || {
        let problem = Problem::new(
            429,
            10016,
            "CF-ServiceBrokerRateLimitExceeded",
            "Service broker concurrent request limit exceeded",
        );
        problem.plain().header("Retry-After", "45")
    }),
    ("429-uaa", || {
        Problem::new(429, 20008, "CF-UaaRateLimited", "The UAA is currently rate limited")
            .header("Retry-After", "20")
    }),
    ("500", || Problem::new(500, 10001, "UnknownError", "An unknown error occurred.")),
    ("500-server", || Problem::new(500, 10001, "CF-ServerError", "Server error")),
    ("501", || Problem::new(501, 180_003, "CF-ServiceNotImplemented", "Operation not supported for service")),
    ("502", || {
        Problem::new(
            502,
            270_020,
            "CF-ServiceBrokerRequestRejected",
            "The service broker rejected the request",
        )
    }),
    ("503", || Problem::unavailable().header("Retry-After", "15")),
    ("503-bare", Problem::unavailable),
];

/// What a fault stands in the way of.
#[derive(Clone, Copy, Debug)]
pub enum Of {
    /// Starting a backup or a restore.
    Action,
    /// Reading an instance or its permissions.
    Reading,
    /// Listing its backups.
    Backups,
    /// Polling a job that works on it.
    Job,
}

/// The fault that a name asks for.
pub fn find(text: &str, of: Of) -> Option<Asked<Problem>> {
    let prefix = match of {
        Of::Action => "fault-",
        Of::Reading => "fault-get-",
        Of::Backups => "fault-backups-",
        Of::Job => "fault-job-",
    };
    asked(text, prefix, ANSWERS)
}

/// The fault that a value of a list's query asks for.
pub fn of_query(text: &str) -> Option<Asked<Problem>> {
    query::pairs(text).iter().find_map(|(_, value)| find(value, Of::Action))
}

/// Where `Location` leads after a backup or a restore was taken on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leads {
    /// To another host.
    Foreign,
    /// To the same host without encryption.
    Http,
    /// Nowhere: there is no such header.
    Nowhere,
    /// To a path alone.
    Relative,
    /// To something that is no job.
    Odd,
    /// To a job that nobody knows.
    UnknownJob,
}

/// Where a name wants `Location` to lead; to the job, when it says nothing.
pub fn location(name: &str) -> Option<Leads> {
    let words = [
        ("foreign-location", Leads::Foreign),
        ("http-location", Leads::Http),
        ("no-location", Leads::Nowhere),
        ("relative-location", Leads::Relative),
        ("odd-location", Leads::Odd),
        ("unknown-job-location", Leads::UnknownJob),
    ];
    word(name, &words)
}

/// Whether answers about an instance of this name carry warnings.
pub fn warns(name: &str) -> bool {
    word(name, &[("cf-warns", ())]).is_some()
}
