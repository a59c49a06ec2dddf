//! What can be wrong with a list, in words that help to find out why. May depend on `core`.

use image_console_core::{ApiError, ErrorKind, format};
use std::fmt;

/// Characters of the body shown in a message.
const SHOWN: usize = 80;
/// Characters of the body that an [`ApiError`] carries.
const CARRIED: usize = 500;

/// The kinds of fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// No byte, or white space only.
    Empty,
    /// Something else than JSON, e.g. the HTML page of a proxy.
    NotJson,
    /// JSON, but no list: what it is instead, e.g. `a string`.
    NotAList(&'static str),
    /// A JSON object without the list in it; its top-level keys, the first 20.
    NoList {
        /// The key that should have held the list; `None` when the body itself should be one.
        wanted: Option<&'static str>,
        /// The keys that are there.
        keys: Vec<String>,
    },
    /// The body ended before the list did.
    Truncated,
    /// Something else than a comma or the end stands after an element, or nothing between commas.
    Malformed,
    /// Something stands after the end.
    Trailing,
}

/// A list that could not be read to its end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StreamError {
    /// What is wrong.
    pub fault: Fault,
    /// Elements that were complete before it went wrong. They have been handed out.
    pub elements: u64,
    /// The body where it went wrong or, when it is no list at all, from its beginning.
    pub excerpt: String,
}

impl fmt::Display for StreamError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let after = format::plural(self.elements, "element");
        let shown: String = self.excerpt.chars().take(SHOWN).collect();
        match &self.fault {
            Fault::Empty => f.write_str("the body is empty where a JSON list was expected"),
            Fault::NotJson => write!(f, "the body is not JSON, it begins: {shown}"),
            Fault::NotAList(what) => write!(f, "the body is {what} where a list was expected: {shown}"),
            Fault::NoList { wanted, keys } => {
                f.write_str("the body is an object ")?;
                match wanted {
                    Some(key) => write!(f, "without a list in \"{key}\"")?,
                    None => f.write_str("where a list was expected")?,
                }
                if keys.is_empty() {
                    f.write_str("; it has no keys")
                } else {
                    write!(f, "; its keys: {}", keys.join(", "))
                }
            }
            Fault::Truncated => write!(f, "the body ends in the middle of the list, after {after}"),
            Fault::Malformed => write!(f, "the list is not valid JSON after {after}: {shown}"),
            Fault::Trailing => write!(f, "the list of {after} is followed by something else: {shown}"),
        }
    }
}

impl std::error::Error for StreamError {}

impl From<StreamError> for ApiError {
    fn from(error: StreamError) -> Self {
        let excerpt: String = error.excerpt.chars().take(CARRIED).collect();
        let message = error.to_string();
        Self {
            excerpt: Some(excerpt).filter(|text| !text.is_empty()),
            ..Self::without_answer(ErrorKind::Unreadable, message)
        }
    }
}
