//! The query of a list, checked: what is not known is refused (section 1).

use super::problem::Problem;
use crate::time;
use crate::wire::{Request, query};

/// Parameters that every list takes.
pub const PAGED: [&str; 6] = ["page", "per_page", "order_by", "label_selector", "created_ats", "updated_ats"];

/// The decoded pairs of a query.
#[derive(Debug)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads the query; 400 for a name that is not allowed. `fields[…]` and the operators of
    /// timestamps are judged by what stands before the bracket.
    pub fn read(request: &Request, allowed: &[&str]) -> Result<Self, Problem> {
        let pairs = query::pairs(request.query());
        let base = |name: &str| name.split('[').next().unwrap_or_default().to_owned();
        let unknown: Vec<_> = pairs
            .iter()
            .filter(|(name, _)| !allowed.contains(&base(name).as_str()))
            .map(|(name, _)| format!("'{name}'"))
            .collect();
        if unknown.is_empty() {
            return Ok(Self(pairs));
        }
        let known: Vec<_> = allowed.iter().map(|name| format!("'{name}'")).collect();
        Err(Problem::query(format!(
            "Unknown query parameter(s): {}. Valid parameters are: {}",
            unknown.join(", "),
            known.join(", ")
        )))
    }

    /// A value.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The values of a comma list; a comma inside a value is encoded twice (section 3.1).
    pub fn list(&self, name: &str) -> Option<Vec<String>> {
        Some(self.text(name)?.split(',').map(query::segment).collect())
    }

    /// A whole number within bounds; 400 otherwise.
    pub fn number(
        &self,
        name: &str,
        default: usize,
        bounds: std::ops::RangeInclusive<usize>,
    ) -> Result<usize, Problem> {
        let Some(text) = self.text(name) else { return Ok(default) };
        let number = text.parse().ok().filter(|number| bounds.contains(number));
        let (from, to) = (bounds.start(), bounds.end());
        number.ok_or_else(|| Problem::query(format!("{name} must be between {from} and {to}")))
    }

    /// All pairs whose name begins so.
    pub fn starting<'a>(&'a self, prefix: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.0
            .iter()
            .filter(move |(name, _)| name.starts_with(prefix))
            .map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// All pairs.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Whether a timestamp passes the filters under a name: a list of moments, or operators.
    pub fn admits_time(&self, name: &str, stamp: &str) -> Result<bool, Problem> {
        let at = time::parse_iso(stamp);
        for (key, value) in self.starting(name) {
            let read = |text: &str| {
                time::parse_iso(text)
                    .ok_or_else(|| Problem::query(format!("{name} has an invalid timestamp format")))
            };
            let moments = value.split(',').map(read).collect::<Result<Vec<_>, _>>()?;
            let first = moments.first().copied();
            let fits = match key.get(name.len()..).unwrap_or_default() {
                "" => at.is_some_and(|at| moments.contains(&at)),
                "[gt]" => at > first,
                "[gte]" => at >= first,
                "[lt]" => at < first,
                "[lte]" => at <= first,
                other => return Err(Problem::query(format!("Invalid comparison operator: '{other}'"))),
            };
            if !fits {
                return Ok(false);
            }
        }
        Ok(true)
    }
}
