//! HTTP as values: an operation of an upstream is a [`Request`] built here and a [`Response`]
//! parsed here. Who carries them over the wire is decided elsewhere.

use std::fmt;

use crate::Service;

/// The request methods that the five upstreams use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads; safe to repeat.
    Get,
    /// Reads the headers only; safe to repeat.
    Head,
    /// Starts something; never repeated without a retry token.
    Post,
    /// Replaces.
    Put,
    /// Changes in part.
    Patch,
    /// Removes.
    Delete,
}

impl Method {
    /// The method as it stands on the wire.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }

    /// Whether the method only reads, so that a second attempt cannot do anything twice.
    #[must_use]
    pub const fn is_read(self) -> bool {
        matches!(self, Self::Get | Self::Head)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Header fields in the order they were added; names are looked up without regard to case.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headers(Vec<(String, String)>);

impl Headers {
    /// The value of the first field of that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(n, _)| n.eq_ignore_ascii_case(name)).map(|(_, v)| v.as_str())
    }

    /// Adds a field. A name or value that HTTP does not allow is refused with `false` and left
    /// out: the browser would throw on it.
    pub fn add(&mut self, name: &str, value: &str) -> bool {
        let token = |b: u8| b.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&b);
        let fine = !name.is_empty()
            && name.bytes().all(token)
            && value.bytes().all(|b| b == b'\t' || (0x20..0x7f).contains(&b))
            && value.trim() == value;
        if fine {
            self.0.push((name.to_owned(), value.to_owned()));
        }
        fine
    }

    /// All fields, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(n, v)| (n.as_str(), v.as_str()))
    }
}

impl FromIterator<(String, String)> for Headers {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(iter: T) -> Self {
        Self(iter.into_iter().collect())
    }
}

/// A request that has been decided on but not sent: without scheme and host, which belong to the
/// connection, and without authentication, which is added just before sending.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which service of the connection it is for.
    pub service: Service,
    /// What to do.
    pub method: Method,
    /// Path and query, percent-encoded, beginning with `/`, relative to the upstream's root.
    pub target: String,
    /// Fields without authentication and date.
    pub headers: Headers,
    /// The exact text to send, or nothing.
    pub body: Option<String>,
}

impl Request {
    /// A request without a body.
    #[must_use]
    pub fn new(method: Method, target: impl Into<String>) -> Self {
        let service = Service::Api;
        Self { service, method, target: target.into(), headers: Headers::default(), body: None }
    }

    /// The same request to another service of its connection.
    #[must_use]
    pub const fn to(mut self, service: Service) -> Self {
        self.service = service;
        self
    }

    /// The same request with one more header; an invalid one is left out (see [`Headers::add`]).
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.add(name, value);
        self
    }

    /// The same request with a JSON body.
    #[must_use]
    pub fn json(mut self, body: &serde_json::Value) -> Self {
        self.headers.add("Content-Type", "application/json");
        self.body = Some(crate::json::text(body));
        self
    }
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Response {
    /// The status code.
    pub status: u16,
    /// The fields a page may read (CORS hides the rest).
    pub headers: Headers,
    /// The whole body, undecoded.
    pub body: Vec<u8>,
}

impl Response {
    /// Whether the status is in the 200s.
    #[must_use]
    pub const fn is_success(&self) -> bool {
        self.status >= 200 && self.status < 300
    }

    /// The body as text; bytes that are not UTF-8 are replaced, for display only.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_that_a_browser_would_throw_on_is_refused() {
        let mut headers = Headers::default();
        assert!(headers.add("Accept-Version", "~9||~8"));
        for (name, value) in [("", "x"), ("a b", "x"), ("x", "a\nb"), ("x", "é"), ("x", " a")] {
            assert!(!headers.add(name, value), "{name:?}: {value:?}");
        }
        assert_eq!(headers.iter().count(), 1);
        assert_eq!(headers.get("accept-version"), Some("~9||~8"));
    }
}
