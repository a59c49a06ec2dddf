//! What a tag's value is sent as: tags are any JSON, but people type text. What reads as JSON is
//! sent as that; quotes make it text.

use serde_json::Value;

/// The value that is sent for what was typed.
#[must_use]
pub fn read(typed: &str) -> Value {
    serde_json::from_str(typed).unwrap_or_else(|_| Value::String(typed.to_owned()))
}

/// What to type for a value, so that [`read`] gives it back.
#[must_use]
pub fn shown(value: &Value) -> String {
    match value {
        Value::String(text) if read(text) == *value => text.clone(),
        _ => value.to_string(),
    }
}

/// What a typed value is sent as, in a word. A number that comes out otherwise than it was typed
/// is shown, because `1.10` may have been meant as a version.
#[must_use]
pub fn read_as(typed: &str) -> String {
    let value = read(typed);
    let word = match &value {
        Value::String(_) => "text",
        Value::Number(_) if value.to_string().as_str() != typed.trim() => return format!("number {value}"),
        Value::Number(_) => "number",
        Value::Bool(_) => "true or false",
        Value::Array(_) => "list",
        Value::Object(_) => "object",
        Value::Null => "null",
    };
    word.to_owned()
}

/// Worth knowing about a typed value: it looks like JSON and is none.
#[must_use]
pub fn doubt(typed: &str) -> Option<String> {
    let meant = typed.trim_start().starts_with(['{', '[', '"']);
    let text = meant && read(typed).as_str() == Some(typed);
    text.then(|| "This is not complete JSON and would be sent as text.".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_reads_as_json_is_sent_as_that_and_quotes_make_it_text() {
        for (typed, value, word) in [
            ("web", json!("web"), "text"),
            ("", json!(""), "text"),
            ("42", json!(42), "number"),
            ("1.10", json!(1.1), "number 1.1"),
            ("\"42\"", json!("42"), "text"),
            ("true", json!(true), "true or false"),
            ("null", json!(null), "null"),
            ("[1]", json!([1]), "list"),
            ("{\"a\":1}", json!({"a": 1}), "object"),
            ("1.0.0", json!("1.0.0"), "text"),
        ] {
            assert_eq!((read(typed), read_as(typed).as_str()), (value, word), "{typed}");
        }
    }

    #[test]
    fn every_value_survives_being_shown_and_read() {
        for value in
            [json!("web"), json!("42"), json!("\"a\""), json!("null"), json!(7), json!({"a": [null]})]
        {
            assert_eq!(read(&shown(&value)), value);
        }
        assert_eq!(shown(&json!("42")), "\"42\"");
        assert_eq!(shown(&json!("web")), "web");
    }

    #[test]
    fn half_typed_json_is_pointed_out() {
        assert!(doubt("{\"a\":").is_some());
        for fine in ["web", "{\"a\":1}", "\"42\""] {
            assert_eq!(doubt(fine), None, "{fine}");
        }
    }
}
