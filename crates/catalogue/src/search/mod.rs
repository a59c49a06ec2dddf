//! Instant search: every word must be found somewhere in the row.
//!
//! May depend on `store`.

pub(crate) mod fold;
mod matcher;
mod query;

pub(crate) use matcher::Matcher;
pub use query::Query;
