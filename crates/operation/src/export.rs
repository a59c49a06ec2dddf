//! Operations as a user takes them away: JSON with readable times and without anything that is
//! only of use to this program.

use image_console_core::time::Timestamp;
use serde_json::{Map, Value, json};

use crate::record::{Operation, Timeline};

/// What marks the file, and its version.
const FORMAT: &str = "image-console-operations/1";

/// One operation. Secrets are not in the record; the retry token, which could repeat the request
/// for someone with credentials, is left out as well, wherever it stands.
#[must_use]
pub fn operation(operation: &Operation) -> Value {
    let mut value = serde_json::to_value(operation).unwrap_or(Value::Null);
    if let Value::Object(fields) = &mut value {
        for own in ["retry_token", "polls", "address", "revision"] {
            fields.remove(own);
        }
        for at in ["started", "ended", "seen"] {
            readable(fields, at);
        }
        fields.insert("timeline".to_owned(), timeline(&operation.timeline));
        let polls =
            json!({ "count": operation.polls.count, "last": operation.polls.last.map(Timestamp::rfc3339) });
        fields.insert("polls".to_owned(), polls);
    }
    if let Some(token) = &operation.retry_token {
        mask(&mut value, &token.value);
    }
    value
}

/// A list of operations, with the time of the export.
#[must_use]
pub fn list<'a>(operations: impl IntoIterator<Item = &'a Operation>, now: Timestamp) -> Value {
    let operations: Vec<_> = operations.into_iter().map(operation).collect();
    json!({ "format": FORMAT, "exported": now.rfc3339(), "operations": operations })
}

fn timeline(timeline: &Timeline) -> Value {
    let entries: Vec<_> = timeline
        .entries
        .iter()
        .map(|entry| {
            let mut value = serde_json::to_value(entry).unwrap_or(Value::Null);
            if let Value::Object(fields) = &mut value {
                for at in ["first", "last", "since"] {
                    readable(fields, at);
                }
            }
            value
        })
        .collect();
    json!({ "entries": entries, "left_out": timeline.left_out })
}

fn readable(fields: &mut Map<String, Value>, name: &str) {
    if let Some(value) = fields.get_mut(name)
        && let Some(t) = value.as_i64()
    {
        *value = Timestamp(t).rfc3339().into();
    }
}

fn mask(value: &mut Value, secret: &str) {
    match value {
        Value::String(text) if !secret.is_empty() && text.contains(secret) => {
            *text = text.replace(secret, "•••");
        }
        Value::Array(items) => items.iter_mut().for_each(|item| mask(item, secret)),
        Value::Object(fields) => fields.values_mut().for_each(|field| mask(field, secret)),
        _ => {}
    }
}
