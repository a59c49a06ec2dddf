//! A request as an upstream receives it.

use super::Headers;

/// One request. The target is kept byte for byte, because a signature may cover it
/// (CloudAPI contract, section 2.1).
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The method, in upper case.
    pub method: String,
    /// Raw path and query, exactly as received.
    pub target: String,
    /// The headers in order; `Host` chooses the upstream.
    pub headers: Headers,
    /// The body, undecoded.
    pub body: Vec<u8>,
    /// The target at the host's API origin, before any prefix was taken off; empty in process.
    pub via: String,
}

impl Request {
    /// A request without body to `host`.
    pub fn new(method: &str, host: &str, target: &str) -> Self {
        Self {
            method: method.into(),
            target: target.into(),
            headers: [("host", host)].into_iter().collect(),
            ..Self::default()
        }
    }

    /// The same with one more header.
    #[must_use]
    pub fn with_header(mut self, name: &str, value: &str) -> Self {
        self.headers.push(name, value);
        self
    }

    /// The same with a JSON body and its content type.
    #[must_use]
    pub fn with_json(mut self, body: &serde_json::Value) -> Self {
        self.headers.set("content-type", "application/json");
        self.body = body.to_string().into_bytes();
        self
    }

    /// The first value of a header, whatever its case.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)
    }

    /// The upstream's host name, without a port.
    pub fn host(&self) -> &str {
        let host = self.header("host").unwrap_or_default();
        host.split(':').next().unwrap_or_default()
    }

    /// The raw path, without the query.
    pub fn path(&self) -> &str {
        self.target.split('?').next().unwrap_or_default()
    }

    /// The raw query, without its question mark; empty when there is none.
    pub fn query(&self) -> &str {
        self.target.split_once('?').map_or("", |(_, query)| query)
    }
}
