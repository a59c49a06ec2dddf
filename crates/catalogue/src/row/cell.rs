//! A field that an upstream may leave out or send with a type of its own choosing.
//!
//! May depend on `core` and serde.

use image_console_core::time::Timestamp;
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use std::borrow::Cow;

/// Longest raw text kept of a value that could not be read, in characters.
const RAW: usize = 60;

/// One field as it came. A wrong type costs the field, never the row: the row is shown and the field marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Cell<T> {
    /// Not sent, or `null`.
    #[default]
    Absent,
    /// Sent as documented.
    Value(T),
    /// Sent, but not as documented: the raw JSON text, shortened to 60 characters.
    Wrong(Box<str>),
}

impl<T> Cell<T> {
    /// Marks a value that could not be read; `raw` is its JSON text of any length.
    #[must_use]
    pub fn wrong(raw: &str) -> Self {
        let raw = raw.trim();
        Self::Wrong(match raw.char_indices().nth(RAW) {
            Some((end, _)) => format!("{}…", raw.get(..end).unwrap_or_default()).into(),
            None => raw.into(),
        })
    }

    /// The value, when there is one of the right type.
    #[must_use]
    pub fn value(self) -> Option<T> {
        if let Self::Value(value) = self { Some(value) } else { None }
    }

    /// Whether the field was sent with a wrong type.
    #[must_use]
    pub const fn is_wrong(&self) -> bool {
        matches!(self, Self::Wrong(_))
    }

    /// The same cell with its value put into other words or units (e.g. MiB to bytes).
    #[must_use]
    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Cell<U> {
        match self {
            Self::Absent => Cell::Absent,
            Self::Value(value) => Cell::Value(f(value)),
            Self::Wrong(raw) => Cell::Wrong(raw),
        }
    }

    /// The same cell, borrowed.
    #[must_use]
    pub fn as_ref(&self) -> Cell<&T> {
        match self {
            Self::Absent => Cell::Absent,
            Self::Value(value) => Cell::Value(value),
            Self::Wrong(raw) => Cell::Wrong(raw.clone()),
        }
    }
}

impl<T> From<T> for Cell<T> {
    fn from(value: T) -> Self {
        Self::Value(value)
    }
}

impl<'a> From<&'a str> for Cell<Cow<'a, str>> {
    fn from(value: &'a str) -> Self {
        Self::Value(Cow::Borrowed(value))
    }
}

impl From<String> for Cell<Cow<'_, str>> {
    fn from(value: String) -> Self {
        Self::Value(Cow::Owned(value))
    }
}

/// Types that a [`Cell`] can read from the raw JSON text of a value.
pub trait FromJson<'a>: Sized {
    /// The value, or `None` when the text is of another type.
    fn from_json(raw: &'a str) -> Option<Self>;
}

impl<'a> FromJson<'a> for Cow<'a, str> {
    fn from_json(raw: &'a str) -> Option<Self> {
        let inner = raw.strip_prefix('"')?.strip_suffix('"')?;
        if inner.contains('\\') {
            serde_json::from_str(raw).ok().map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(inner))
        }
    }
}

impl FromJson<'_> for bool {
    fn from_json(raw: &str) -> Option<Self> {
        raw.parse().ok()
    }
}

impl FromJson<'_> for i64 {
    fn from_json(raw: &str) -> Option<Self> {
        raw.parse().ok()
    }
}

impl FromJson<'_> for Timestamp {
    fn from_json(raw: &str) -> Option<Self> {
        Timestamp::parse(&Cow::from_json(raw)?)
    }
}

/// Reads from text or bytes only (`serde_json::from_slice`), and not below `#[serde(flatten)]`:
/// both need the raw text. Put `#[serde(default)]` on the field for the case that it is not sent.
impl<'de: 'a, 'a, T: FromJson<'a>> Deserialize<'de> for Cell<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let raw: &'de RawValue = Deserialize::deserialize(deserializer)?;
        Ok(match raw.get() {
            "null" => Self::Absent,
            text => T::from_json(text).map_or_else(|| Self::wrong(text), Self::Value),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Image<'a> {
        #[serde(borrow)]
        name: Cell<Cow<'a, str>>,
        #[serde(default)]
        public: Cell<bool>,
        #[serde(default)]
        size: Cell<i64>,
        #[serde(default)]
        published_at: Cell<Timestamp>,
    }

    #[test]
    fn a_wrong_type_costs_the_field_and_not_the_row() {
        let image: Image = serde_json::from_str(
            r#"{"name":"a \"b\"","public":"yes","size": {"value":"<Error>"} ,"published_at":1393584642}"#,
        )
        .expect("an object");
        assert_eq!(image.name, Cell::Value("a \"b\"".into()));
        assert_eq!(image.public, Cell::Wrong("\"yes\"".into()));
        assert_eq!(image.size, Cell::Wrong(r#"{"value":"<Error>"}"#.into()));
        assert_eq!(image.published_at, Cell::Wrong("1393584642".into()));
    }

    #[test]
    fn null_and_nothing_are_both_absent_and_plain_text_is_not_copied() {
        let image: Image = serde_json::from_str(r#"{"name":"base","size":null}"#).expect("an object");
        assert!(matches!(image.name, Cell::Value(Cow::Borrowed("base"))));
        assert_eq!(image.size, Cell::Absent);
        assert_eq!(image.public, Cell::Absent);
        assert_eq!(image.published_at, Cell::Absent);
    }

    #[test]
    fn a_long_wrong_value_is_shortened_at_a_character() {
        let Cell::Wrong(raw) = Cell::<bool>::wrong(&"é".repeat(100)) else { panic!("not marked") };
        assert_eq!(raw.chars().count(), 61);
        assert!(raw.ends_with('…'));
    }
}
