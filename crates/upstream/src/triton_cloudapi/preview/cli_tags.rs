//! Tags on the command line. `name=value` turns what looks like a number or a truth value into
//! one, so text that looks so has to be given as JSON.

use serde_json::{Map, Value};

use crate::preview::shell::quote;

/// Whether all values are of the kinds the command line knows.
pub(super) fn all_scalar(tags: &Map<String, Value>) -> bool {
    tags.values().all(|v| v.is_string() || v.is_number() || v.is_boolean())
}

/// `-t` options that give exactly these tags.
pub(super) fn options(tags: &Map<String, Value>) -> Vec<String> {
    match pairs(tags).filter(|pairs| !pairs.iter().any(|p| p.starts_with(['{', '@']))) {
        Some(pairs) => pairs.iter().map(|pair| format!("-t {}", quote(pair))).collect(),
        None => vec![format!("-t {}", quote(&Value::Object(tags.clone()).to_string()))],
    }
}

/// `name=value` words that give exactly these tags; `None` when that form cannot say them.
pub(super) fn pairs(tags: &Map<String, Value>) -> Option<Vec<String>> {
    tags.iter().map(|(name, value)| pair(name, value)).collect()
}

fn pair(name: &str, value: &Value) -> Option<String> {
    let sound = !name.is_empty() && name.trim() == name && !name.contains('=') && !name.starts_with('-');
    let text = match value {
        Value::String(text) if !looks_converted(text) => text.clone(),
        Value::Number(_) | Value::Bool(_) => value.to_string(),
        _ => return None,
    };
    sound.then(|| format!("{name}={text}"))
}

/// Whether the command line would turn a text into something else; rather once too often.
fn looks_converted(text: &str) -> bool {
    let text = text.trim();
    text.is_empty()
        || matches!(text, "true" | "false")
        || text.parse::<f64>().is_ok()
        || ["0x", "0X", "0o", "0O", "0b", "0B"].iter().any(|p| text.starts_with(p))
}
