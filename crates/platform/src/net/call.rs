//! What is sent and how, as a value.

use image_console_core::{Headers, Request};

use super::address;

/// Time allowed for the answer to begin, and for each silence within it.
pub const DEFAULT_TIMEOUT_MS: u32 = 30_000;

/// One request on its way to an upstream.
#[derive(Debug, Clone)]
pub struct Call<'a> {
    /// The upstream's root: a URL with or without a path prefix, or an address on this site.
    pub endpoint: &'a str,
    /// What to ask.
    pub request: &'a Request,
    /// Authentication, made just before sending; empty when a proxy authenticates.
    pub auth: Headers,
    /// How long the upstream may be silent, in milliseconds, before the call is given up.
    pub timeout_ms: u32,
    /// Whether cookies of this site go along, for a proxy on the same origin that wants them.
    pub cookies: bool,
}

impl<'a> Call<'a> {
    /// A call without authentication, with the default time-out. Cookies go along to this site only:
    /// a company's sign-in in front of the proxy knows the caller by them, and takes them off.
    #[must_use]
    pub fn new(endpoint: &'a str, request: &'a Request) -> Self {
        let cookies = endpoint.starts_with('/') && !endpoint.starts_with("//");
        Self { endpoint, request, auth: Headers::default(), timeout_ms: DEFAULT_TIMEOUT_MS, cookies }
    }

    /// The same call with authentication.
    #[must_use]
    pub fn auth(mut self, headers: Headers) -> Self {
        self.auth = headers;
        self
    }

    /// The same call with another time-out in milliseconds.
    #[must_use]
    pub fn timeout(mut self, milliseconds: u32) -> Self {
        self.timeout_ms = milliseconds;
        self
    }

    /// The same call with cookies.
    #[must_use]
    pub fn with_cookies(mut self) -> Self {
        self.cookies = true;
        self
    }

    /// The whole URL.
    #[must_use]
    pub fn url(&self) -> String {
        address::join(self.endpoint, &self.request.target)
    }

    /// Method and URL for messages and `ApiError::address`.
    #[must_use]
    pub fn address(&self) -> String {
        address::shown(self.request.method, &self.url())
    }
}
