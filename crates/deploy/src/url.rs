//! Addresses, taken apart strictly: what is written into a server's configuration may hold nothing
//! that has a meaning there.

use std::fmt;

/// Scheme, host and port, as a browser writes them in `Origin`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// Whether it is `https`.
    pub https: bool,
    /// A host name in lower case, an IPv4 address, or an IPv6 one in brackets.
    pub host: String,
    /// The port, when it is not the scheme's own.
    pub port: Option<u16>,
}

/// An address of an upstream: an origin, and a path in front of the API's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url {
    /// Scheme, host and port.
    pub origin: Origin,
    /// The path without a slash at its end; empty for the whole origin.
    pub path: String,
}

impl Origin {
    /// Reads an origin; `Err` says what is wrong.
    ///
    /// # Errors
    /// Anything but scheme, host and port.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        match Url::parse(text)? {
            Url { origin, path } if path.is_empty() && !text.ends_with('/') => Ok(origin),
            _ => Err("must be scheme, host and port only, for example https://images.example.com"),
        }
    }

    /// Host and port as they stand in `Host`.
    #[must_use]
    pub fn authority(&self) -> String {
        self.port.map_or_else(|| self.host.clone(), |port| format!("{}:{port}", self.host))
    }

    /// The port, the scheme's own included.
    #[must_use]
    pub fn effective_port(&self) -> u16 {
        self.port.unwrap_or(if self.https { 443 } else { 80 })
    }

    /// Host and port, the scheme's own included.
    #[must_use]
    pub fn socket(&self) -> String {
        format!("{}:{}", self.host, self.effective_port())
    }

    /// `https` or `http`.
    #[must_use]
    pub const fn scheme(&self) -> &'static str {
        if self.https { "https" } else { "http" }
    }
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}://{}", self.scheme(), self.authority())
    }
}

impl Url {
    /// Reads an `http(s)` address.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn parse(text: &str) -> Result<Self, &'static str> {
        let lower = text.to_ascii_lowercase();
        let https = lower.starts_with("https://");
        let rest = text
            .get(if https { 8 } else { 7 }..)
            .filter(|_| https || lower.starts_with("http://"))
            .ok_or("must begin with https:// or http://")?;
        let (authority, path) = rest.find('/').map_or((rest, ""), |at| rest.split_at(at));
        let (host, port) = host_and_port(authority).ok_or("has no valid host and port")?;
        let port = port.filter(|port| *port != if https { 443 } else { 80 });
        let path = path.trim_end_matches('/');
        if !path.is_empty() && !plain_path(path) {
            return Err("may have only letters, digits and . _ ~ - in the parts of its path");
        }
        let origin = Origin { https, host: host.to_ascii_lowercase(), port };
        Ok(Self { origin, path: path.to_owned() })
    }
}

fn host_and_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match authority.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => {
            (host, Some(port.parse::<u16>().ok().filter(|_| !port.starts_with('+'))?))
        }
        _ => (authority, None),
    };
    let inside = host.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    let fine = match inside {
        Some(address) => {
            address.contains(':') && address.bytes().all(|b| b.is_ascii_hexdigit() || b":.".contains(&b))
        }
        None => host.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
        }),
    };
    (fine && host.len() <= 253 && port != Some(0)).then_some((host, port))
}

/// A path of plain parts: `/api/us-east-1`.
#[must_use]
pub fn plain_path(path: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && part != "."
            && part != ".."
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b"._~-".contains(&b))
    };
    path.strip_prefix('/').is_some_and(|rest| rest.split('/').all(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_written_as_a_browser_writes_it() {
        for (text, shown) in [
            ("https://Images.Example.com", "https://images.example.com"),
            ("https://images.example.com:443", "https://images.example.com"),
            ("http://127.0.0.1:8080", "http://127.0.0.1:8080"),
            ("http://[::1]:80", "http://[::1]"),
        ] {
            assert_eq!(Origin::parse(text).unwrap().to_string(), shown);
        }
        for bad in [
            "https://a.example/",
            "https://a.example/x",
            "a.example",
            "https://*.example",
            "https://a..b",
            "https://u:p@a.example",
            "https://a.example:0",
            "https://a.example:+1",
            "https://a.example;x",
            "https://a example",
            "null",
            "",
        ] {
            assert!(Origin::parse(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn an_upstream_may_have_a_path_of_plain_parts() {
        let url = Url::parse("https://gateway.example.com:8443/triton/us-east-1/").unwrap();
        assert_eq!((url.path.as_str(), url.origin.effective_port()), ("/triton/us-east-1", 8443));
        for bad in ["https://a.example/$x", "https://a.example/a b", "https://a.example/a//b", "https://a/;x"]
        {
            assert!(Url::parse(bad).is_err(), "{bad}");
        }
        assert!(!plain_path("/a/../b") && !plain_path("a") && !plain_path("/a{b}"));
    }
}
