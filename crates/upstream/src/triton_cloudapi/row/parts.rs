//! The parts of an image that become something else in a row: the file's size, the words of tags.

use image_console_catalogue::Cell;
use image_console_catalogue::row::FromJson;
use image_console_core::json;
use serde_json::{Map, Value};

/// `files[0].size` in bytes.
pub(super) struct FileSize(pub(super) Cell<i64>);

impl FromJson<'_> for FileSize {
    fn from_json(raw: &str) -> Option<Self> {
        let files: Vec<Value> = serde_json::from_str(raw).ok()?;
        Some(Self(match files.first() {
            None => Cell::Absent,
            Some(Value::Object(file)) => file.get("size").map_or(Cell::Absent, size),
            Some(other) => Cell::wrong(&json::text(other)),
        }))
    }
}

fn size(value: &Value) -> Cell<i64> {
    match value.as_u64().map(i64::try_from) {
        Some(Ok(bytes)) => Cell::Value(bytes),
        _ if value.is_null() => Cell::Absent,
        _ => Cell::wrong(&json::text(value)),
    }
}

/// Names and values of `tags`, for the search.
pub(super) struct TagWords(pub(super) String);

impl FromJson<'_> for TagWords {
    fn from_json(raw: &str) -> Option<Self> {
        serde_json::from_str::<Map<String, Value>>(raw).ok().map(|tags| Self(words(&tags)))
    }
}

pub(super) fn words(tags: &Map<String, Value>) -> String {
    let mut out = String::new();
    for (name, value) in tags {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(name);
        out.push(' ');
        match value {
            Value::String(text) => out.push_str(text),
            other => out.push_str(&json::text(other)),
        }
    }
    out
}
