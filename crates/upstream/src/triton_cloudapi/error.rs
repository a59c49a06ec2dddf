//! The error bodies of CloudAPI and of the proxies in front of it (contract §7).

use image_console_core::{ApiError, ErrorKind, FieldError, Response};
use serde_json::{Map, Value};

use crate::decode;

/// Reads an answer with an error status, whatever shape its body has.
#[must_use]
pub fn parse_error(response: &Response) -> ApiError {
    let header = |name| response.headers.get(name).map(str::to_owned);
    let mut error = ApiError::without_answer(ErrorKind::Refused, "");
    error.status = Some(response.status);
    error.request_id = header("Request-Id");
    error.retry_after = header("Retry-After");
    match serde_json::from_slice::<Value>(&response.body) {
        Ok(Value::Object(map)) => from_object(&mut error, map, response),
        Ok(_) | Err(_) => from_other(&mut error, response),
    }
    error
}

/// Whether two codes are the same word; the documents print some with a final `Error` that the
/// wire leaves out (§7.1).
#[must_use]
pub fn same_code(a: &str, b: &str) -> bool {
    bare(a) == bare(b)
}

/// The code without a final `Error`.
pub(crate) fn bare(code: &str) -> &str {
    code.strip_suffix("Error").filter(|rest| !rest.is_empty()).unwrap_or(code)
}

fn from_object(error: &mut ApiError, mut map: Map<String, Value>, response: &Response) {
    if let Some(text) = map.get("BadHTTPRequest") {
        // HAProxy's own shape (§7.3).
        error.code = Some("BadHTTPRequest".to_owned());
        error.message = plain(text);
        return;
    }
    error.code = map.remove("code").map(|c| plain(&c)).filter(|c| !c.is_empty());
    let message = map.remove("message").map(|m| plain(&m)).filter(|m| !m.is_empty());
    error.fields = map.remove("errors").map(|e| fields(&e)).unwrap_or_default();
    if !map.is_empty() || (message.is_none() && error.code.is_none()) {
        error.excerpt = decode::excerpt(response);
    }
    error.message = message.unwrap_or_else(|| format!("Status {} without a message", response.status));
}

fn from_other(error: &mut ApiError, response: &Response) {
    error.excerpt = decode::excerpt(response);
    let status = response.status;
    error.message = match &error.excerpt {
        None => format!("Status {status} without a body"),
        Some(text) if text.trim_start().starts_with('<') => {
            format!(
                "Status {status} with a web page in place of an API error: a proxy answered, not CloudAPI"
            )
        }
        Some(_) => format!("Status {status} with a body that is not an API error"),
    };
}

fn fields(errors: &Value) -> Vec<FieldError> {
    let Some(items) = errors.as_array() else {
        return vec![FieldError { field: String::new(), code: None, message: Some(plain(errors)) }];
    };
    let field = |item: &Value| match item.as_object() {
        Some(map) => FieldError {
            field: map.get("field").map(plain).unwrap_or_default(),
            code: map.get("code").map(plain),
            message: map.get("message").map(plain),
        },
        None => FieldError { field: String::new(), code: None, message: Some(plain(item)) },
    };
    items.iter().map(field).collect()
}

/// Text as it is, anything else as its JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| image_console_core::json::text(value), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::triton_cloudapi::testing::{answer, with_type};

    #[test]
    fn the_documented_shape_is_read_in_full() {
        let body = r#"{"code":"ValidationFailed","message":"invalid image data: name","errors":[
            {"field":"name","code":"Invalid","message":"image name is too long, max 1024 characters"},
            {"field":"state","code":"Invalid"}]}"#;
        let error = parse_error(&answer(422, body));
        assert_eq!((error.status, error.code.as_deref()), (Some(422), Some("ValidationFailed")));
        assert_eq!(error.message, "invalid image data: name");
        assert_eq!(error.fields[0].message.as_deref(), Some("image name is too long, max 1024 characters"));
        assert_eq!((error.fields[1].field.as_str(), &error.fields[1].message), ("state", &None));
        assert_eq!(error.request_id.as_deref(), Some("af34a510-c014-11e5-9c73-6767e338bf5d"));
        assert_eq!(error.excerpt, None);
    }

    #[test]
    fn every_other_shape_still_says_something() {
        for (status, kind, body, code, words) in [
            (500, "application/json", r#"{"message":"request expired"}"#, None, "request expired"),
            (
                503,
                "application/json",
                r#"{"code":"ServiceUnavailable","message":"CloudAPI service is currently unavailable"}"#,
                Some("ServiceUnavailable"),
                "currently unavailable",
            ),
            (
                400,
                "application/json",
                r#"{"BadHTTPRequest": "Request was malformed"}"#,
                Some("BadHTTPRequest"),
                "Request was malformed",
            ),
            (502, "text/html", "<html><h1>Bad gateway</h1>", None, "502 with a web page"),
            (504, "text/plain", "", None, "504 without a body"),
            (500, "application/json", "[1]", None, "500 with a body that is not an API error"),
            (500, "application/json", "{}", None, "500 without a message"),
            (500, "application/json", r#"{"code":7,"message":{"a":1}}"#, Some("7"), r#"{"a":1}"#),
        ] {
            let error = parse_error(&with_type(status, kind, body));
            assert_eq!(error.kind, ErrorKind::Refused);
            assert_eq!(error.code.as_deref(), code, "{body}");
            assert!(error.message.contains(words), "{}", error.message);
        }
    }

    #[test]
    fn maintenance_keeps_its_retry_after_as_sent() {
        let mut response = answer(503, r#"{"code":"ServiceUnavailableError","message":"maintenance"}"#);
        response.headers.add("Retry-After", "Tue, 05 Mar 2024 12:00:00 GMT");
        assert_eq!(parse_error(&response).retry_after.as_deref(), Some("Tue, 05 Mar 2024 12:00:00 GMT"));
    }

    #[test]
    fn codes_match_with_and_without_their_suffix() {
        assert!(same_code("ImageUuidAlreadyExistsError", "ImageUuidAlreadyExists"));
        assert!(same_code("InternalError", "InternalError"));
        assert!(!same_code("Error", ""));
    }
}
