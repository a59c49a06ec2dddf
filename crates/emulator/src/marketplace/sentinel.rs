//! Faults that a name asks for, so that each can be reached by hand in the demo. The table is in
//! the README of this crate.

use super::problem::Problem;
use crate::parts::{Answer, Asked, asked, word};
use crate::wire::query;

/// The error for every word after `fault-` (section 5).
const ANSWERS: &[Answer<Problem>] = &[
    ("400", || Problem::new(400, "Invalid Parameter Value")),
    ("401", Problem::unauthorized),
    ("403", || Problem::new(403, "Forbidden")),
    ("404", Problem::not_found),
    ("405", || Problem::new(405, "Method Not Allowed")),
    ("429", || Problem::new(429, "Too Many Requests").header("Retry-After", "30")),
    ("500", Problem::system),
    ("503", || Problem::new(503, "Service Unavailable").header("Retry-After", "20")),
];

/// A fault of a call that changes something.
pub fn of_action(text: &str) -> Option<Asked<Problem>> {
    asked(text, "fault-", ANSWERS)
}

/// A fault of a search, in any of its parameters.
pub fn of_sent(text: &str) -> Option<Asked<Problem>> {
    query::pairs(text).iter().find_map(|(_, value)| asked(value, "fault-", ANSWERS))
}

/// A fault of reading one upload. A `flaky` one fails every second time.
pub fn of_reading(text: &str, reads: u64) -> Option<Asked<Problem>> {
    let flaky = word(text, &[("flaky", ())]).is_some() && reads.is_multiple_of(2);
    asked(text, "fault-get-", ANSWERS).or_else(|| flaky.then_some(Asked::Answer(Problem::system)))
}
