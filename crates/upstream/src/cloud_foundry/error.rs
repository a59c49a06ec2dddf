//! The error list of the Cloud Controller and the one error of UAA (contract §1.2, §2). What an
//! error is, is decided by its title, then by its number together with the status: one number has
//! two meanings.

use image_console_core::{ApiError, ErrorKind, FieldError, Response};
use serde_json::Value;

use crate::decode;

/// An error that this console tells apart from others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// The title as sent.
    pub title: &'static str,
    /// The number, which counts when the title is not known.
    pub code: u64,
    /// The status it comes with.
    pub status: u16,
}

const fn known(status: u16, code: u64, title: &'static str) -> Known {
    Known { title, code, status }
}

/// The route does not exist: not an API of this kind.
pub const NOT_FOUND: Known = known(404, 10000, "CF-NotFound");
/// The resource does not exist, or the user may not see it.
pub const RESOURCE_NOT_FOUND: Known = known(404, 10010, "CF-ResourceNotFound");
/// The access token is not accepted, e.g. because it has expired.
pub const INVALID_AUTH_TOKEN: Known = known(401, 1000, "CF-InvalidAuthToken");
/// Another operation of the service instance is under way.
pub const OPERATION_IN_PROGRESS: Known = known(409, 60016, "CF-AsyncServiceInstanceOperationInProgress");
/// The offering does not do this.
pub const NOT_IMPLEMENTED: Known = known(501, 180_003, "CF-ServiceNotImplemented");
/// The broker refused.
pub const BROKER_REJECTED: Known = known(502, 270_020, "CF-ServiceBrokerRequestRejected");

/// Whether an error is this one.
#[must_use]
pub fn is(error: &ApiError, known: &Known) -> bool {
    match title(error) {
        Some(title) if title == known.title => true,
        // A title of another known error decides against; one that nobody knows leaves it to the number.
        Some(title) if super::explain::is_documented(title) => false,
        // An error inside a job has no status of its own.
        _ => number(error) == Some(known.code) && error.status.is_none_or(|status| status == known.status),
    }
}

/// The title in an error's code.
#[must_use]
pub fn title(error: &ApiError) -> Option<&str> {
    let code = error.code.as_deref()?;
    let title = code.split_once(" (").map_or(code, |(title, _)| title);
    (!title.bytes().all(|b| b.is_ascii_digit())).then_some(title)
}

/// The number in an error's code.
#[must_use]
pub fn number(error: &ApiError) -> Option<u64> {
    let code = error.code.as_deref()?;
    let number = code.rsplit_once('(').map_or(code, |(_, rest)| rest.trim_end_matches(')'));
    number.parse().ok()
}

/// Reads an answer with an error status, whatever its body and content type: a 429 comes as
/// `text/plain` (§1.3), and a proxy or UAA may answer in its own way.
#[must_use]
pub fn parse_error(response: &Response) -> ApiError {
    let header = |name| response.headers.get(name).map(str::to_owned);
    let mut error = ApiError::without_answer(ErrorKind::Refused, "");
    error.status = Some(response.status);
    error.request_id = header("X-VCAP-Request-ID");
    error.retry_after = header("Retry-After");
    let body: Value = serde_json::from_slice(&response.body).unwrap_or_default();
    if let Some(items) = body.get("errors").and_then(Value::as_array).filter(|items| !items.is_empty()) {
        fill(&mut error, items);
    } else if let Some(word) = body.get("error") {
        error.code = Some(plain(word));
        error.message = body.get("error_description").map_or_else(|| plain(word), plain);
    } else {
        error.excerpt = decode::excerpt(response);
        error.message = without_list(response.status, error.excerpt.as_deref());
    }
    error
}

/// Fills in the items of an error list: the first is the error, the others stand beside it.
pub(super) fn fill(error: &mut ApiError, items: &[Value]) {
    let mut items = items.iter().map(item);
    let Some((code, detail)) = items.next() else { return };
    error.message = detail.or_else(|| code.clone()).unwrap_or_else(|| "The API does not say why".to_owned());
    error.code = code;
    error.fields = items.map(|(code, message)| FieldError { field: String::new(), code, message }).collect();
}

/// `CF-ResourceNotFound (10010)` and the detail, as far as they are there.
fn item(item: &Value) -> (Option<String>, Option<String>) {
    let Some(map) = item.as_object() else { return (None, Some(plain(item))) };
    let text = |name: &str| map.get(name).filter(|v| !v.is_null()).map(plain).filter(|t| !t.is_empty());
    let code = match (text("title"), text("code")) {
        (Some(title), Some(code)) => Some(format!("{title} ({code})")),
        (title, code) => title.or(code),
    };
    (code, text("detail"))
}

fn without_list(status: u16, excerpt: Option<&str>) -> String {
    match excerpt {
        None => format!("Status {status} without a body"),
        Some(text) if text.trim_start().starts_with('<') => {
            format!("Status {status} with a web page in place of an API error: a proxy or router answered")
        }
        Some(text) if text.starts_with("404 Not Found: Requested route") => {
            format!("Status {status} from the router: nothing is mapped to this host")
        }
        Some(_) => format!("Status {status} with a body that is not an error list"),
    }
}

/// Text as it is, anything else as its JSON.
fn plain(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::testing::{answer, fixture, refusal, with};

    #[test]
    fn the_documented_shape_is_read_in_full() {
        let error = parse_error(&answer(409, fixture!("busy.json")));
        assert_eq!(error.code.as_deref(), Some("CF-AsyncServiceInstanceOperationInProgress (60016)"));
        assert_eq!(error.message, "An operation for service instance orders-db is in progress.");
        assert_eq!(error.request_id.as_deref(), Some("5f0d6f3a-8e4c-4f0b-9a57-0c7d2c0be1a4::3b1f"));
        assert!(is(&error, &OPERATION_IN_PROGRESS));
        assert_eq!((title(&error), number(&error)), (Some(OPERATION_IN_PROGRESS.title), Some(60016)));
    }

    #[test]
    fn the_title_decides_and_the_number_only_where_there_is_no_known_title() {
        assert!(is(&parse_error(&refusal(404, 1, "CF-ResourceNotFound")), &RESOURCE_NOT_FOUND));
        assert!(!is(&parse_error(&refusal(404, 10010, "CF-NotFound")), &RESOURCE_NOT_FOUND));
        assert!(is(&parse_error(&refusal(404, 10010, "CF-SomethingNew")), &RESOURCE_NOT_FOUND));
        let bare = |status| parse_error(&answer(status, r#"{"errors":[{"code":10010}]}"#));
        assert!(is(&bare(404), &RESOURCE_NOT_FOUND) && !is(&bare(429), &RESOURCE_NOT_FOUND));
    }

    #[test]
    fn further_errors_and_other_shapes_are_kept() {
        let body = r#"{"errors":[{"detail":"a","code":10008,"title":"T"},{"detail":"b"},"c"]}"#;
        let error = parse_error(&answer(422, body));
        let further: Vec<_> = error.fields.iter().filter_map(|f| f.message.as_deref()).collect();
        assert_eq!((error.message.as_str(), further), ("a", vec!["b", "c"]));

        let error =
            parse_error(&answer(401, r#"{"error":"unauthorized","error_description":"Bad credentials"}"#));
        assert_eq!(
            (error.code.as_deref(), error.message.as_str()),
            (Some("unauthorized"), "Bad credentials")
        );

        for (body, words) in [
            ("", "without a body"),
            ("<html>", "web page"),
            ("404 Not Found: Requested route ('api.x') does not exist.", "nothing is mapped"),
            ("{}", "not an error list"),
            (r#"{"errors":[]}"#, "not an error list"),
        ] {
            let error = parse_error(&answer(404, body));
            assert!(error.message.contains(words), "{}", error.message);
            assert!(!is(&error, &RESOURCE_NOT_FOUND) && !is(&error, &NOT_FOUND));
        }
    }

    #[test]
    fn a_rate_limit_is_read_although_it_calls_itself_text() {
        let mut response = with(
            429,
            r#"{"errors":[{"code":10013,"title":"CF-RateLimitExceeded","detail":"x"}]}"#,
            &[("Retry-After", "17")],
        );
        response.headers = response
            .headers
            .iter()
            .map(|(n, v)| {
                (n.to_owned(), if n == "Content-Type" { "text/plain; charset=utf-8" } else { v }.to_owned())
            })
            .collect();
        let error = parse_error(&response);
        assert_eq!((title(&error), error.retry_after.as_deref()), (Some("CF-RateLimitExceeded"), Some("17")));
    }
}
