//! A request as it may be stored: complete enough to show and, where nothing had to be left out,
//! to send once more.

use image_console_core::{Headers, Method, Request, Service, encode};
use serde::{Deserialize, Serialize};

/// What stands where something was left out.
const MASK: &str = "•••";

/// Headers whose value is a credential, in lower case; they are never stored.
const SECRET: [&str; 5] = ["authorization", "proxy-authorization", "cookie", "x-auth-token", "x-csrf-token"];

/// A request without secrets.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredRequest {
    /// The method as it stands on the wire.
    pub method: String,
    /// Path and query, relative to the upstream's root.
    pub target: String,
    /// The headers, in order.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// [`Service::word`] of the service it is for; empty for the connection's one API.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub service: String,
    /// The body.
    #[serde(default)]
    pub body: Option<String>,
    /// Whether something was left out, so that this is to be shown but cannot be sent.
    #[serde(default)]
    pub masked: bool,
}

impl StoredRequest {
    /// The stored form of a request that holds no secret outside its credential headers.
    #[must_use]
    pub fn of(request: &Request) -> Self {
        Self::without(request, &[])
    }

    /// The stored form of a request, with each of the given secrets masked wherever it stands, also
    /// percent-encoded or escaped for JSON (e.g. the secret part of a pre-authenticated URL).
    #[must_use]
    pub fn without(request: &Request, secrets: &[&str]) -> Self {
        let mut masked = false;
        let mut mask = |text: &str| {
            let mut out = text.to_owned();
            for secret in secrets.iter().filter(|s| !s.is_empty()) {
                let json = serde_json::Value::from(*secret).to_string();
                let json = json.strip_prefix('"').and_then(|j| j.strip_suffix('"')).unwrap_or(secret);
                for form in [*secret, &encode::component(secret), json] {
                    if out.contains(form) {
                        out = out.replace(form, MASK);
                        masked = true;
                    }
                }
            }
            out
        };
        let target = mask(&request.target);
        let body = request.body.as_deref().map(&mut mask);
        let headers: Vec<_> = request
            .headers
            .iter()
            .filter(|(name, _)| !is_secret(name))
            .map(|(name, value)| (name.to_owned(), mask(value)))
            .collect();
        let service = match request.service {
            Service::Api => String::new(),
            other => other.word().to_owned(),
        };
        Self { method: request.method.as_str().to_owned(), target, service, headers, body, masked }
    }

    /// The request to send, without authentication as ever; `None` when something was left out or
    /// the method or the service is not one of ours.
    #[must_use]
    pub fn to_request(&self) -> Option<Request> {
        let all = [Method::Get, Method::Head, Method::Post, Method::Put, Method::Patch, Method::Delete];
        let method = all.into_iter().find(|m| m.as_str() == self.method)?;
        if self.masked {
            return None;
        }
        let headers: Headers = self.headers.iter().cloned().collect();
        let service = if self.service.is_empty() { Service::Api } else { Service::parse(&self.service)? };
        Some(Request { service, method, target: self.target.clone(), headers, body: self.body.clone() })
    }
}

fn is_secret(name: &str) -> bool {
    SECRET.iter().any(|s| name.eq_ignore_ascii_case(s))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_request_without_secrets_comes_back_as_it_was() {
        let request = Request::new(Method::Post, "/my/images?action=clone")
            .header("retry-token", "t-1")
            .json(&json!({"name": "ü"}));
        assert_eq!(StoredRequest::of(&request).to_request(), Some(request));
    }

    #[test]
    fn credential_headers_are_not_stored() {
        let request =
            Request::new(Method::Get, "/").header("Authorization", "Bearer hush").header("accept", "a/b");
        assert_eq!(StoredRequest::of(&request).headers, [("accept".to_owned(), "a/b".to_owned())]);
    }

    #[test]
    fn a_secret_is_masked_in_every_notation_and_the_rest_cannot_be_sent() {
        let secret = "https://x/p/se\"cret/";
        let request = Request::new(Method::Post, format!("/?to={}", encode::component(secret)))
            .header("x-to", secret)
            .json(&json!({"destinationUri": secret}));
        let stored = StoredRequest::without(&request, &[secret]);
        let text = serde_json::to_string(&stored).expect("serialises");
        assert!(!text.contains("cret"), "{text}");
        assert!(text.contains(MASK));
        assert_eq!(stored.to_request(), None);
    }
}
