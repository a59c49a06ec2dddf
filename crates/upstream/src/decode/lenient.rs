//! A documented field as it really came.

use image_console_core::json;
use serde_json::Value;

/// One field of an answer. A single field of the wrong type must cost that field only: the row or
/// page is shown and the field is marked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Lenient<T> {
    /// Not sent, or sent as `null`.
    #[default]
    Absent,
    /// Sent as documented.
    Value(T),
    /// Sent, but not as documented: the JSON text as it came.
    Wrong(String),
}

impl<T> Lenient<T> {
    /// Decodes a value that is there; `read` says `None` to what it does not understand.
    pub fn read(value: &Value, read: impl FnOnce(&Value) -> Option<T>) -> Self {
        if value.is_null() {
            return Self::Absent;
        }
        read(value).map_or_else(|| Self::Wrong(json::text(value)), Self::Value)
    }

    /// The value, when it came as documented.
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Absent | Self::Wrong(_) => None,
        }
    }

    /// The JSON text of a field that did not come as documented.
    #[must_use]
    pub fn wrong(&self) -> Option<&str> {
        match self {
            Self::Wrong(text) => Some(text),
            Self::Absent | Self::Value(_) => None,
        }
    }

    /// Whether there is nothing to show.
    #[must_use]
    pub const fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// For display: the value in words, or the text as it came, or nothing.
    pub fn shown(&self, say: impl FnOnce(&T) -> String) -> Option<String> {
        match self {
            Self::Absent => None,
            Self::Value(value) => Some(say(value)),
            Self::Wrong(text) => Some(text.clone()),
        }
    }
}

impl Lenient<String> {
    /// The text, when it came as text.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}
