//! Cells of a catalogue row from one element of a list.

use std::borrow::Cow;

use image_console_catalogue::{Cell, RowDraft};
use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

/// The fields of one element, as cells.
pub(crate) struct Cells<'a>(pub(crate) &'a Map<String, Value>);

impl Cells<'_> {
    /// A text.
    pub(crate) fn text(&self, name: &str) -> Cell<Cow<'static, str>> {
        self.cell(name, |v| v.as_str().map(|text| Cow::Owned(text.to_owned())))
    }

    /// A date-time.
    pub(crate) fn time(&self, name: &str) -> Cell<Timestamp> {
        self.cell(name, |v| Timestamp::parse(v.as_str()?))
    }

    /// A whole number of so many bytes each. Negative ones are kept as they came.
    pub(crate) fn bytes(&self, name: &str, each: i64) -> Cell<i64> {
        self.cell(name, |v| v.as_i64()?.checked_mul(each))
    }

    /// The texts of these fields and the words of all tags, for the search.
    pub(crate) fn keywords(&self, fields: &[&str]) -> Cow<'static, str> {
        let mut out = String::new();
        for name in fields {
            if let Some(text) = self.0.get(*name).and_then(Value::as_str) {
                push(&mut out, text);
            }
        }
        for name in ["freeformTags", "definedTags", "systemTags"] {
            if let Some(tags) = self.0.get(name) {
                words(&mut out, tags);
            }
        }
        Cow::Owned(out)
    }

    fn cell<T>(&self, name: &str, read: impl FnOnce(&Value) -> Option<T>) -> Cell<T> {
        match self.0.get(name) {
            None | Some(Value::Null) => Cell::Absent,
            Some(value) => read(value).map_or_else(|| Cell::wrong(&value.to_string()), Cell::Value),
        }
    }
}

/// The row of one element. Whatever the element is, there is a row: one that is not an object at
/// all shows its text, marked, in place of the name.
pub(crate) fn of_element(
    element: &[u8],
    read: fn(&Map<String, Value>) -> RowDraft<'static>,
) -> RowDraft<'static> {
    match serde_json::from_slice::<Value>(element) {
        Ok(Value::Object(map)) => read(&map),
        _ => RowDraft { name: Cell::wrong(&String::from_utf8_lossy(element)), ..RowDraft::default() },
    }
}

fn push(out: &mut String, text: &str) {
    if !out.is_empty() {
        out.push(' ');
    }
    out.push_str(text);
}

/// Names and values of tags, however deep they are.
fn words(out: &mut String, value: &Value) {
    match value {
        Value::Object(map) => {
            for (name, value) in map {
                push(out, name);
                words(out, value);
            }
        }
        Value::String(text) => push(out, text),
        Value::Null => {}
        other => push(out, &other.to_string()),
    }
}
