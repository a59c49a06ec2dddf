//! Error answers (contract §5). Their shape is not documented, so whatever comes is kept.

use image_console_core::{ApiError, ErrorKind, Response};
use serde_json::Value;

use crate::decode;

/// Members that may hold a message, in the order they are looked for.
const MEMBERS: [&str; 4] = ["message", "error", "title", "detail"];

/// Reads an answer with an error status, whatever its body is. HEAD errors have none.
#[must_use]
pub fn parse_error(response: &Response) -> ApiError {
    let status = response.status;
    let mut error = ApiError::without_answer(ErrorKind::Refused, "");
    error.status = Some(status);
    error.retry_after = response.headers.get("Retry-After").map(str::to_owned);
    error.excerpt = decode::excerpt(response);
    let body: Option<Value> = serde_json::from_slice(&response.body).ok();
    let said = body.as_ref().and_then(|body| MEMBERS.iter().find_map(|m| body.get(m)).map(plain));
    error.message = match (&said, &error.excerpt) {
        (Some(text), _) if !text.is_empty() => text.clone(),
        (_, None) => format!("Status {status} without a body"),
        (_, Some(text)) if text.trim_start().starts_with('<') => {
            format!("Status {status} with a web page in place of an API error")
        }
        _ => format!("Status {status} with a body that names no error"),
    };
    // A body of nothing but the message has been shown in full.
    let alone = body.as_ref().and_then(Value::as_object).is_some_and(|map| map.len() == 1);
    if said.is_some() && alone {
        error.excerpt = None;
    }
    error
}

/// Text as it is, anything else as its JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oracle_marketplace::testing::{answer, with_type};

    #[test]
    fn every_body_says_something() {
        for (kind, body, words, kept) in [
            ("application/json", r#"{"message":"Entity Not Found"}"#, "Entity Not Found", false),
            ("application/json", r#"{"error":"no","trace":"t"}"#, "no", true),
            ("application/json", r#"{"title":{"a":1}}"#, r#"{"a":1}"#, false),
            ("application/json", "", "404 without a body", false),
            ("text/html", "<html>", "404 with a web page", true),
            ("text/plain", "gone", "404 with a body that names no error", true),
            ("application/json", "[]", "404 with a body that names no error", true),
        ] {
            let error = parse_error(&with_type(404, kind, body));
            assert!(error.message.contains(words), "{}", error.message);
            assert_eq!(error.excerpt.is_some(), kept, "{body}");
        }
        let error =
            parse_error(&answer(500, &format!("{{\"detail\":\"x\",\"log\":\"{}\"}}", "y".repeat(900))));
        assert_eq!(error.excerpt.map(|e| e.chars().count()), Some(500));
    }
}
