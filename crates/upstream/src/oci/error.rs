//! The error body of all services (contract §3), and what gateways send in its place.

use image_console_core::{ApiError, ErrorKind, Response};
use serde_json::{Map, Value};

use super::par;
use crate::decode;

/// Reads an answer with an error status, whatever shape its body has. A pre-authenticated URL that
/// is quoted in it comes out masked.
#[must_use]
pub fn parse_error(response: &Response) -> ApiError {
    let header = |name| response.headers.get(name).map(str::to_owned);
    let mut error = ApiError::without_answer(ErrorKind::Refused, "");
    error.status = Some(response.status);
    error.request_id = header("opc-request-id");
    error.retry_after = header("Retry-After");
    match serde_json::from_slice::<Value>(&response.body) {
        Ok(Value::Object(map)) => from_object(&mut error, map, response),
        Ok(_) | Err(_) => from_other(&mut error, response),
    }
    error.message = par::mask(&error.message);
    error.excerpt = error.excerpt.as_deref().map(par::mask);
    error
}

/// Whether a write was refused because the resource has changed since its etag was read; then
/// [`super::compare`] tells what.
#[must_use]
pub fn is_stale(error: &ApiError) -> bool {
    error.status == Some(412)
}

/// Whether the API itself says that something is not there, or that the caller may not see it. A
/// gateway's page with the same status says nothing about it.
#[must_use]
pub fn says_not_found(error: &ApiError) -> bool {
    error.status == Some(404) && matches!(error.code.as_deref(), Some("NotAuthorizedOrNotFound" | "NotFound"))
}

fn from_object(error: &mut ApiError, mut map: Map<String, Value>, response: &Response) {
    let mut take = |name: &str| map.remove(name).map(|v| plain(&v)).filter(|text| !text.is_empty());
    error.code = take("code");
    let message = take("message");
    // `originalMessage` and its companions, and what nobody documented, are shown as they came.
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
                "Status {status} with a web page in place of an API error: a gateway answered, not the service"
            )
        }
        Some(_) => format!("Status {status} with a body that is not an API error"),
    };
}

/// Text as it is, anything else as its JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::oci::testing::{answer, problem, with, with_type};

    #[test]
    fn the_documented_shape_is_read_in_full() {
        let body =
            r#"{"code":"IncorrectState","message":"The image is being exported","originalMessage":"x"}"#;
        let error = parse_error(&with(answer(409, body), "Retry-After", "7"));
        assert_eq!((error.status, error.code.as_deref()), (Some(409), Some("IncorrectState")));
        assert_eq!(error.message, "The image is being exported");
        assert_eq!(error.request_id.as_deref(), Some("9F2C1E6A0B/5D0E77A1/77C0B3"));
        assert_eq!(error.retry_after.as_deref(), Some("7"));
        assert!(error.excerpt.is_some_and(|text| text.contains("originalMessage")));
        assert_eq!(parse_error(&problem(404, "NotFound")).excerpt, None);
    }

    #[test]
    fn every_other_shape_still_says_something() {
        for (status, kind, body, code, words) in [
            (502, "text/html", "<html><h1>Bad gateway</h1>", None, "502 with a web page"),
            (504, "text/plain", "", None, "504 without a body"),
            (500, "application/json", "[1]", None, "500 with a body that is not an API error"),
            (500, "application/json", "{}", None, "500 without a message"),
            (400, "application/json", r#"{"code":7,"message":{"a":1}}"#, Some("7"), r#"{"a":1}"#),
        ] {
            let error = parse_error(&with_type(status, kind, body));
            assert_eq!((&error.kind, error.code.as_deref()), (&ErrorKind::Refused, code), "{body}");
            assert!(error.message.contains(words), "{}", error.message);
        }
    }

    #[test]
    fn a_secret_url_in_a_message_is_masked() {
        let body = r#"{"code":"InvalidParameter","message":"cannot write /p/hush/n/ns/b/x/o/y","extra":"https://h/p/hush/n/a"}"#;
        let error = parse_error(&answer(400, body));
        assert!(!format!("{error:?}").contains("hush"), "{error:?}");
    }

    #[test]
    fn only_the_api_itself_says_that_something_is_missing() {
        assert!(says_not_found(&parse_error(&problem(404, "NotAuthorizedOrNotFound"))));
        assert!(!says_not_found(&parse_error(&with_type(404, "text/html", "<html>"))));
        assert!(is_stale(&parse_error(&problem(412, "NoEtagMatch"))));
    }
}
