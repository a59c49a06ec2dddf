//! As whom an endpoint is asked (contract §1).

use image_console_core::config::Connection;
use image_console_core::{Method, Request, encode};

/// What the official client asks for (contract §1.1).
pub const DEFAULT_ACCEPT_VERSION: &str = "~9||~8";

/// The account segment of every path and the API version asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Caller {
    login: String,
    accept_version: String,
}

impl Default for Caller {
    fn default() -> Self {
        Self::new("", None)
    }
}

impl From<&Connection> for Caller {
    fn from(connection: &Connection) -> Self {
        Self::new(connection.account(), connection.triton().and_then(|triton| triton.api_version.as_deref()))
    }
}

impl Caller {
    /// A caller; an empty login becomes `my`, the alias of the authenticated account.
    #[must_use]
    pub fn new(login: &str, accept_version: Option<&str>) -> Self {
        let or = |text: &str, default: &str| if text.is_empty() { default } else { text }.to_owned();
        Self {
            login: or(login, "my"),
            accept_version: or(accept_version.unwrap_or_default(), DEFAULT_ACCEPT_VERSION),
        }
    }

    /// The login, when it is known and not the alias `my`.
    #[must_use]
    pub fn known_login(&self) -> Option<&str> {
        Some(self.login.as_str()).filter(|l| *l != "my")
    }

    /// A request to `/{login}` and what follows, which must be encoded already.
    pub(crate) fn request(&self, method: Method, rest: &str) -> Request {
        self.bare(method, &format!("/{}{rest}", encode::component(&self.login)))
    }

    /// A request that is not below the login, for `/--ping`.
    pub(crate) fn bare(&self, method: Method, target: &str) -> Request {
        Request::new(method, target)
            .header("Accept", "application/json")
            .header("Accept-Version", &self.accept_version)
    }
}
