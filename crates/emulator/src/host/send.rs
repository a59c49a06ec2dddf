//! From the world's messages to HTTP and back.

use axum::body::Body;
use axum::http::request::Parts;
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::response::Response as HttpResponse;
use tokio::sync::watch;
use tokio::time::sleep;

use super::body;
use super::serve::Dropped;
use crate::wire::{Headers, Reply, Response};

/// The headers of a request in the order they arrived; bytes that are not text are replaced.
pub fn headers(parts: &Parts) -> Headers {
    let pair = |(name, value): (&HeaderName, &HeaderValue)| {
        (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
    };
    parts.headers.iter().map(pair).collect()
}

/// Sends a reply the way its effects want it.
pub async fn reply(reply: Reply, mut release: watch::Receiver<u64>) -> HttpResponse {
    let Reply { response, effects } = reply;
    sleep(std::time::Duration::from_millis(effects.delay_ms)).await;
    if effects.hang {
        let _ = release.changed().await;
    }
    if effects.drop || effects.hang {
        return dropped();
    }
    let length = response.body.len();
    let mut http = head(&response);
    if length > 0 || effects.truncate_body.is_some() {
        http.headers_mut().insert(header::CONTENT_LENGTH, HeaderValue::from(length));
        *http.body_mut() = body::send(response.body, &effects, release);
    }
    http
}

/// A response without effects.
pub fn plain(response: Response) -> HttpResponse {
    let mut http = head(&response);
    *http.body_mut() = Body::from(response.body);
    http
}

fn head(response: &Response) -> HttpResponse {
    let mut http = HttpResponse::new(Body::empty());
    *http.status_mut() = StatusCode::from_u16(response.status).unwrap_or(StatusCode::BAD_GATEWAY);
    for (name, value) in response.headers.iter() {
        let name = HeaderName::from_bytes(name.as_bytes());
        let value = HeaderValue::from_bytes(value.as_bytes());
        if let (Ok(name), Ok(value)) = (name, value) {
            http.headers_mut().append(name, value);
        }
    }
    http
}

fn dropped() -> HttpResponse {
    let mut http = HttpResponse::new(Body::empty());
    http.extensions_mut().insert(Dropped);
    http
}
