//! What the API says about itself without a token (contract §1.1).

use serde_json::{Map, Value};

use super::text_at;
use crate::decode::{Fields, Lenient};

/// `GET /`: where everything is. Any link may be absent or `null`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Root {
    /// The links as sent.
    pub links: Map<String, Value>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Root {
    /// Decodes the root.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { links: f.map("links").value().cloned().unwrap_or_default(), unknown: f.rest() }
    }

    /// The address behind a link: `login`, `uaa`, `cloud_controller_v3`, …
    #[must_use]
    pub fn link(&self, name: &str) -> Option<String> {
        text_at(self.links.get(name)?, &["href"])
    }

    /// The API's version, e.g. `3.228.0`; `None` also means that there is no v3 API here.
    #[must_use]
    pub fn version(&self) -> Option<String> {
        text_at(self.links.get("cloud_controller_v3")?, &["meta", "version"])
    }

    /// Under which addresses the API knows itself, for [`crate::cloud_foundry::location::target`].
    #[must_use]
    pub fn api(&self) -> Vec<String> {
        ["self", "cloud_controller_v3"].iter().filter_map(|name| self.link(name)).collect()
    }

    /// Where a person gets a one-time passcode. `None` when the login address is not an http(s)
    /// URL, which must not become a link.
    #[must_use]
    pub fn passcode_page(&self) -> Option<String> {
        let login = self.link("login").or_else(|| self.link("uaa"))?;
        let lower = login.to_ascii_lowercase();
        let http = lower.starts_with("https://") || lower.starts_with("http://");
        http.then(|| format!("{}/passcode", login.trim_end_matches('/')))
    }
}

/// `GET /v3/info`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Info {
    /// The build.
    pub build: Lenient<String>,
    /// The foundation's name.
    pub name: Lenient<String>,
    /// A whole number, of the foundation's own choosing.
    pub version: Lenient<u64>,
    /// Free text.
    pub description: Lenient<String>,
    /// The broker API's version.
    pub osbapi_version: Lenient<String>,
    /// `minimum` and `recommended`.
    pub cli_version: Lenient<Map<String, Value>>,
    /// Whatever the operator put there.
    pub custom: Lenient<Map<String, Value>>,
    /// `enabled`, `general_limit`, `reset_interval_in_minutes`.
    pub rate_limits: Lenient<Map<String, Value>>,
    /// `self` and `support`.
    pub links: Lenient<Map<String, Value>>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Info {
    /// Decodes the answer.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            build: f.text("build"),
            name: f.text("name"),
            version: f.count("version"),
            description: f.text("description"),
            osbapi_version: f.text("osbapi_version"),
            cli_version: f.map("cli_version"),
            custom: f.map("custom"),
            rate_limits: f.map("rate_limits"),
            links: f.map("links"),
            unknown: f.rest(),
        }
    }

    /// The limit for one user in words, when one is on: `2,000 requests in 60 minutes`.
    #[must_use]
    pub fn rate_limit(&self) -> Option<String> {
        let limits = self.rate_limits.value()?;
        let number = |name: &str| limits.get(name).and_then(Value::as_u64);
        (limits.get("enabled")?.as_bool()?).then_some(())?;
        let requests = image_console_core::format::count(number("general_limit")?);
        Some(match number("reset_interval_in_minutes") {
            Some(minutes) => format!("{requests} requests in {minutes} minutes"),
            None => format!("{requests} requests"),
        })
    }
}
