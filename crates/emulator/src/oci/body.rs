//! JSON bodies, read field by field.

use serde_json::{Map, Value};

use super::problem::Problem;
use crate::wire::Request;

/// Larger bodies are refused.
const MAX_BODY: usize = 100_000;

/// The body of a POST or PUT; empty for the other methods.
pub fn read(request: &Request) -> Result<Map<String, Value>, Problem> {
    if !super::auth::signs_body(&request.method) {
        return Ok(Map::new());
    }
    if request.body.len() > MAX_BODY {
        return Err(Problem::new(413, "PayloadTooLarge", "The body is too large."));
    }
    let content_type = request.header("content-type").unwrap_or_default();
    if content_type.split(';').next().map(str::trim) != Some("application/json") {
        return Err(Problem::invalid(format!(
            "Content-Type has to be application/json, not '{content_type}'."
        )));
    }
    match serde_json::from_slice(&request.body) {
        Ok(Value::Object(body)) => Ok(body),
        _ => Err(Problem::new(400, "CannotParseRequest", "The body is not a JSON object.")),
    }
}

/// A text; none when it is left out or null, 400 when it is something else.
pub fn text<'a>(body: &'a Map<String, Value>, name: &str) -> Result<Option<&'a str>, Problem> {
    match body.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(Problem::invalid(format!("{name} has to be a string."))),
    }
}

/// A text that is neither left out nor empty.
pub fn required<'a>(body: &'a Map<String, Value>, name: &str) -> Result<&'a str, Problem> {
    text(body, name)?.filter(|text| !text.is_empty()).ok_or_else(|| Problem::missing(name))
}

/// A text of 1 to 255 characters, or none.
pub fn name<'a>(body: &'a Map<String, Value>, field: &str) -> Result<Option<&'a str>, Problem> {
    match text(body, field)? {
        Some(text) if text.is_empty() || text.chars().count() > 255 => {
            Err(Problem::invalid(format!("{field} has to have 1 to 255 characters.")))
        }
        text => Ok(text),
    }
}

/// The tag maps of a body, checked: texts in `freeformTags`, a map per namespace in `definedTags`.
pub fn tags(body: &Map<String, Value>) -> Result<Vec<(&'static str, Value)>, Problem> {
    let is_text: fn(&Value) -> bool = Value::is_string;
    let mut found = Vec::new();
    for (name, fits) in [("freeformTags", is_text), ("definedTags", Value::is_object)] {
        match body.get(name) {
            None | Some(Value::Null) => {}
            Some(Value::Object(map)) if map.values().all(fits) => found.push((name, map.clone().into())),
            Some(_) => return Err(Problem::invalid(format!("{name} is not a map of the right kind."))),
        }
    }
    Ok(found)
}
