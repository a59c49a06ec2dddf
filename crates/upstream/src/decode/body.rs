//! From a body to JSON, or to an error that shows what came instead.

use image_console_core::{ApiError, ErrorKind, Response};
use serde_json::Value;

/// The first 500 characters of a body, for an error that shows what could not be understood.
#[must_use]
pub fn excerpt(response: &Response) -> Option<String> {
    // 500 characters are at most 2,000 bytes; a cut character at the end is beyond what is shown.
    let head = response.body.get(..2100).unwrap_or(&response.body);
    let text: String = String::from_utf8_lossy(head).chars().take(500).collect();
    Some(text).filter(|t| !t.is_empty())
}

/// Whether the answer calls itself JSON; one that does not say is given the chance.
#[must_use]
pub fn is_json(response: &Response) -> bool {
    response.headers.get("content-type").is_none_or(|t| t.to_ascii_lowercase().contains("json"))
}

/// A success answer whose body is not what the contract says.
#[must_use]
pub fn unreadable(response: &Response, message: impl Into<String>) -> ApiError {
    let mut error = ApiError::without_answer(ErrorKind::Unreadable, message);
    error.status = Some(response.status);
    error.excerpt = excerpt(response);
    error
}

/// The body as JSON.
///
/// # Errors
/// `Unreadable` for another content type, an empty body, a truncated one and one that is not JSON.
pub fn json(response: &Response) -> Result<Value, ApiError> {
    if !is_json(response) {
        let kind = response.headers.get("content-type").unwrap_or_default();
        return Err(unreadable(
            response,
            format!(
                "The answer is {kind}, not JSON: something between this page and the API replied in its place"
            ),
        ));
    }
    if response.body.iter().all(u8::is_ascii_whitespace) {
        return Err(unreadable(response, "The answer has no body"));
    }
    serde_json::from_slice(&response.body).map_err(|e| {
        let message = if e.is_eof() {
            format!("The answer stops in the middle, after {} bytes", response.body.len())
        } else {
            format!("The answer is not JSON: {e}")
        };
        unreadable(response, message)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use image_console_core::Headers;

    fn response(kind: &str, body: &str) -> Response {
        let mut headers = Headers::default();
        headers.add("Content-Type", kind);
        Response { status: 200, headers, body: body.as_bytes().to_vec() }
    }

    #[test]
    fn each_way_of_not_being_json_is_told_apart_and_shown() {
        for (kind, body, words) in [
            ("text/html", "<html><title>Sign in</title>", "text/html, not JSON"),
            ("application/json", r#"{"id":"2b6"#, "stops in the middle, after 10 bytes"),
            ("application/json", "<html>", "not JSON"),
            ("application/json", " \n", "no body"),
        ] {
            let error = json(&response(kind, body)).expect_err("not JSON");
            assert_eq!(error.kind, ErrorKind::Unreadable);
            assert!(error.message.contains(words), "{}", error.message);
            assert_eq!(error.excerpt.as_deref(), Some(body));
        }
        assert!(json(&response("application/json; charset=utf-8", "[]")).is_ok());
    }

    #[test]
    fn an_excerpt_is_500_characters_even_when_they_are_wide() {
        let wide = "🖼".repeat(4000);
        let shown = excerpt(&response("text/plain", &wide)).expect("something to show");
        assert_eq!(shown, "🖼".repeat(500));
    }
}
