//! The operations (section 3), a file each.

mod chunk;
mod copy;
mod create;
mod delete;
mod search;
mod status;
mod storage;

pub use create::CONTAINER;

use crate::marketplace::problem::Problem;
use crate::wire::{Request, query};

/// Decoded pairs of a query.
struct Query(Vec<(String, String)>);

impl Query {
    fn of(request: &Request) -> Self {
        Self(query::pairs(request.query()))
    }

    /// A value that is not empty.
    fn text(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value.as_str())
            .filter(|text| !text.is_empty())
    }

    /// A whole number within bounds; 400 otherwise.
    fn number(
        &self,
        name: &str,
        default: usize,
        bounds: std::ops::RangeInclusive<usize>,
    ) -> Result<usize, Problem> {
        let Some(text) = self.text(name) else { return Ok(default) };
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        number.ok_or_else(|| Problem::invalid(format!("{name} {text}")))
    }
}
