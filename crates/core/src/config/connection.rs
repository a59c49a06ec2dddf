//! One upstream endpoint, as whom it is asked, and how requests to it are authenticated.

use super::Fault;

/// Which API a connection speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Triton CloudAPI.
    Triton,
}

impl Kind {
    /// All kinds, in the order they are offered.
    pub const ALL: [Self; 1] = [Self::Triton];

    /// The word in `config.json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Triton => "triton",
        }
    }

    /// The name people know.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Triton => "Triton",
        }
    }
}

/// Who proves the caller's identity to the upstream.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Authentication {
    /// The proxy in front of the upstream adds the credentials; the browser holds none.
    Proxy,
    /// The browser signs each request with a key the user imported.
    HttpSignature,
}

impl Authentication {
    /// The word in `config.json`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Proxy => "proxy",
            Self::HttpSignature => "http-signature",
        }
    }
}

/// A connection, from `config.json` or added by the user. Holds no secret.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connection {
    /// Short, unique, part of addresses: letters, digits, `.`, `-`, `_`.
    pub id: String,
    /// What people see.
    pub name: String,
    /// Which API it speaks.
    pub kind: Kind,
    /// The proxied root of the upstream: an `http(s)` URL, or a path on the console's own origin.
    pub endpoint: String,
    /// The account's login (Triton contract §1); empty means `my`.
    pub account: String,
    /// A sub-user of the account (§2.1).
    pub sub_user: Option<String>,
    /// The semver range for `Accept-Version` (§1.1), when not the default.
    pub api_version: Option<String>,
    /// How requests are authenticated.
    pub authentication: Authentication,
}

impl Connection {
    /// The login for the path: the account's, or its alias `my`.
    #[must_use]
    pub fn login(&self) -> &str {
        if self.account.is_empty() { "my" } else { &self.account }
    }
}

/// Checks what a form or a file gave. `at` is the place a fault is reported under; each fault's
/// `place` ends in the member's name, so that a form finds its field.
#[must_use]
pub fn check_connection(connection: &Connection, at: &str) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut fault =
        |member: &str, message: String| faults.push(Fault { place: format!("{at}{member}"), message });

    if connection.id.is_empty() {
        fault("id", "is missing: give each connection a short id, for example us-east-1".into());
    } else if [".", ".."].contains(&connection.id.as_str()) {
        fault("id", "must not be . or .., which browsers take out of addresses".into());
    } else if !word(&connection.id) || connection.id.len() > 64 {
        fault("id", "may have up to 64 letters, digits, dots, hyphens and underscores".into());
    }
    if connection.name.trim().is_empty() {
        fault("name", "is empty: say what people should see".into());
    }
    if let Err(message) = check_endpoint(&connection.endpoint) {
        fault("endpoint", message);
    }
    let part = |text: &str| {
        text.len() <= 64 && text.chars().all(|c| c.is_ascii_alphanumeric() || "._@+-".contains(c))
    };
    if !part(&connection.account) {
        fault("account", "is not a login: letters, digits and . _ @ + - only".into());
    } else if connection.authentication == Authentication::HttpSignature && connection.account.is_empty() {
        fault("account", "is missing: a signature names the account it is made for".into());
    }
    if connection.sub_user.as_deref().is_some_and(|s| s.is_empty() || !part(s)) {
        fault("subUser", "is not a login: letters, digits and . _ @ + - only".into());
    }
    let version = |text: &str| {
        !text.is_empty()
            && text.len() <= 64
            && text.chars().all(|c| c.is_ascii_alphanumeric() || "~^<>=.|* -".contains(c))
    };
    if connection.api_version.as_deref().is_some_and(|v| !version(v)) {
        fault("apiVersion", "is not a version range, for example ~9||~8".into());
    }
    faults
}

fn word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
}

/// An endpoint is joined with request targets as text, so it must have neither query nor fragment,
/// and it is shown and stored, so it must have no credentials.
fn check_endpoint(endpoint: &str) -> Result<(), String> {
    if endpoint.is_empty() {
        return Err(
            "is missing: the address of the CORS proxy, for example https://proxy.example.com/us-east-1"
                .into(),
        );
    }
    if endpoint.chars().any(|c| c.is_whitespace() || c.is_control()) {
        return Err("has white space in it".into());
    }
    if endpoint.contains(['?', '#']) {
        return Err("must end before any ? or #".into());
    }
    if endpoint.contains('\\') || endpoint.split('/').any(|part| part == "." || part == "..") {
        return Err("must not have . or .. or \\ in its path".into());
    }
    if let Some(path) = endpoint.strip_prefix('/') {
        return if path.starts_with('/') {
            Err("must be a path with one leading slash, or a whole http(s) URL".into())
        } else {
            Ok(())
        };
    }
    let lower = endpoint.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or_else(|| lower.strip_prefix("http://")) else {
        return Err(
            "must begin with https:// or http://, or with / for a path on the console's own origin".into()
        );
    };
    let authority = rest.split('/').next().unwrap_or("");
    if authority.contains('@') {
        return Err("must not contain credentials: let the proxy add them, or sign in the browser".into());
    }
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port)),
        _ => (authority, None),
    };
    if host.is_empty() || port.is_some_and(|p| p.parse::<u16>().is_err()) {
        return Err("has no valid host and port".into());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints_that_would_be_joined_or_stored_wrongly_are_named() {
        for fine in [
            "https://proxy.example.com/us-east-1/",
            "http://127.0.0.1:8081/x",
            "/api/us-east-1",
            "http://[::1]:80",
        ] {
            assert_eq!(check_endpoint(fine), Ok(()), "{fine}");
        }
        for (bad, word) in [
            ("", "missing"),
            ("us-east-1", "begin with"),
            ("//evil.example", "one leading slash"),
            ("https://me:secret@host/", "credentials"),
            ("https://host/?x", "?"),
            ("https:///x", "host"),
            ("https://host:99999", "host and port"),
            ("https://host/../x", ".."),
            ("https://ho st", "white space"),
        ] {
            let message = check_endpoint(bad).expect_err(bad);
            assert!(message.contains(word), "{bad}: {message}");
        }
    }
}
