//! The query of a request, with the checks that all lists share (section 2.4).

use super::problem::Problem;
use crate::wire::query;

/// Rows of a page when no limit is given, and the most that may be asked for.
const LIMITS: (usize, usize) = (100, 1000);

/// The decoded pairs.
#[derive(Clone, Debug, Default)]
pub struct Query(Vec<(String, String)>);

impl Query {
    /// Reads the raw query.
    pub fn read(text: &str) -> Self {
        Self(query::pairs(text))
    }

    /// The first value under a name; an empty one counts as left out.
    pub fn text(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// The same, 400 when it is left out.
    pub fn required(&self, name: &str) -> Result<&str, Problem> {
        self.text(name).ok_or_else(|| Problem::missing(name))
    }

    /// A yes or no.
    pub fn switch(&self, name: &str) -> Result<Option<bool>, Problem> {
        match self.text(name) {
            None => Ok(None),
            Some("true") => Ok(Some(true)),
            Some("false") => Ok(Some(false)),
            Some(other) => Err(Problem::invalid(format!("{name} is true or false, not '{other}'."))),
        }
    }

    /// How many rows a page may have.
    pub fn limit(&self) -> Result<usize, Problem> {
        let (usual, most) = LIMITS;
        let Some(text) = self.text("limit") else { return Ok(usual) };
        let limit = text.parse().ok().filter(|limit| (1..=most).contains(limit));
        limit.ok_or_else(|| Problem::invalid(format!("limit is a number from 1 to {most}, not '{text}'.")))
    }

    /// One of some words; the first of them when it is left out.
    pub fn word(&self, name: &str, words: &[&'static str]) -> Result<&'static str, Problem> {
        let Some(text) = self.text(name) else { return Ok(words.first().copied().unwrap_or_default()) };
        let known = words.iter().copied().find(|word| *word == text);
        known.ok_or_else(|| Problem::invalid(format!("{name} is one of {}, not '{text}'.", words.join(", "))))
    }

    /// What `sortBy` names and whether the order is descending. Without `sortOrder` times descend
    /// and names ascend.
    pub fn order(&self, by: &[&'static str]) -> Result<(&'static str, bool), Problem> {
        let by = self.word("sortBy", by)?;
        let descending = match self.text("sortOrder") {
            None => by == "TIMECREATED",
            Some(_) => self.word("sortOrder", &["ASC", "DESC"])? == "DESC",
        };
        Ok((by, descending))
    }

    /// A number that is the same for the same list, whatever page of it is asked for.
    pub fn identity(&self) -> u32 {
        let mut pairs: Vec<_> =
            self.0.iter().filter(|(name, _)| !matches!(name.as_str(), "page" | "limit")).collect();
        pairs.sort();
        let bytes = pairs.iter().flat_map(|(name, value)| [name.as_str(), "=", value.as_str(), "&"]);
        bytes
            .flat_map(str::bytes)
            .fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}
