//! The runtime configuration beside the page.

use std::fmt;

use image_console_core::{ApiError, Method, Request};

use super::abort::AbortHandle;
use super::call::Call;
use super::fetch::send;
use crate::page::history;

/// Why there is no configuration to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFileError {
    /// The server has no such file.
    Missing {
        /// The address asked.
        address: String,
    },
    /// A page came instead, as from a server that answers every address with `index.html`.
    NotJson {
        /// The address asked.
        address: String,
        /// The beginning of what came.
        excerpt: String,
    },
    /// The server answered with an error, or not at all.
    Failed(ApiError),
}

impl fmt::Display for ConfigFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { address } => write!(f, "There is no config.json at {address}."),
            Self::NotJson { address, .. } => write!(
                f,
                "At {address} is a web page, not config.json: the server seems to answer every address with \
                 its start page."
            ),
            Self::Failed(error) => write!(f, "config.json could not be read: {error}"),
        }
    }
}

/// Which file: another than `config.json` only where public/embed.js has taken it from the page around.
fn name() -> String {
    let root = web_sys::window().and_then(|w| w.document()).and_then(|d| d.document_element());
    root.and_then(|root| root.get_attribute("data-config")).unwrap_or_else(|| "config.json".to_owned())
}

/// The text of `config.json` beside `index.html`. Whether it is good JSON is for the reader of the
/// configuration to say, with all its faults at once.
///
/// # Errors
/// See [`ConfigFileError`].
pub async fn load() -> Result<String, ConfigFileError> {
    let request = Request::new(Method::Get, format!("/{}", name())).header("Accept", "application/json");
    let base = history::base();
    let call = Call::new(&base, &request).with_cookies();
    let answer = send(&call, &AbortHandle::new()).await.map_err(ConfigFileError::Failed)?;
    let (text, address) = (answer.text(), call.url());
    if matches!(answer.status, 404 | 410) {
        return Err(ConfigFileError::Missing { address });
    }
    if !answer.is_success() {
        let mut error =
            ApiError::without_answer(image_console_core::ErrorKind::Refused, "The server refused it.");
        error.status = Some(answer.status);
        return Err(ConfigFileError::Failed(error.at(call.address())));
    }
    let html = answer.headers.get("content-type").is_some_and(|t| t.starts_with("text/html"));
    if html || text.trim_start().starts_with('<') {
        return Err(ConfigFileError::NotJson { address, excerpt: text.chars().take(500).collect() });
    }
    Ok(text)
}
