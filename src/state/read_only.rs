//! Whether this console may change anything at an upstream: the one place to ask. Without a reason here
//! everything is decided by the rules of the API alone.
//!
//! Pages ask it first wherever they say why an action is not available. Whatever they offer, each change
//! is sent by [`send`], which asks it last.

use std::sync::Arc;

use image_console_core::{ApiError, ErrorKind, Request, Response, Service};
use image_console_platform::AbortHandle;
use leptos::prelude::*;

use super::client;
use super::connections::{Connected, Connections};

impl Connections {
    /// Why this console changes nothing, where it does not.
    #[must_use]
    pub fn read_only(self) -> Option<String> {
        self.read_only.get_untracked()
    }

    /// Why an action is not available: because nothing is, or for a reason of its own; empty when it is.
    #[must_use]
    pub fn why_not(self, own: impl FnOnce() -> String) -> String {
        self.read_only().unwrap_or_else(own)
    }

    /// Lets a request pass that only reads. Signing in changes nothing but who reads.
    ///
    /// # Errors
    /// For any other, in a read-only console.
    fn let_pass(self, request: &Request) -> Result<(), ApiError> {
        match self.read_only() {
            Some(why) if !request.method.is_read() && request.service != Service::Uaa => {
                Err(ApiError::without_answer(ErrorKind::ReadOnly, why))
            }
            _ => Ok(()),
        }
    }
}

/// Sends what may change something, unless this console changes nothing; otherwise as [`client::send`].
///
/// # Errors
/// The same, and `ReadOnly` for what was not sent.
pub async fn send(
    connections: Connections,
    connected: &Arc<Connected>,
    request: &Request,
    timeout_ms: u32,
    abort: &AbortHandle,
) -> Result<Response, ApiError> {
    connections.let_pass(request)?;
    client::send(connections, connected, request, timeout_ms, abort).await
}

#[cfg(test)]
mod tests {
    use super::*;
    use image_console_core::Method;

    const WHY: &str = "This console is read-only: freeze";

    fn answers(read_only: Option<&str>, request: &Request) -> Result<(), ApiError> {
        Owner::new().with(|| {
            let connections = Connections::new();
            connections.read_only.set(read_only.map(str::to_owned));
            connections.let_pass(request)
        })
    }

    #[test]
    fn a_read_only_console_sends_what_reads_and_what_signs_in_and_nothing_else() {
        use Method::{Delete, Get, Head, Patch, Post, Put};
        for method in [Get, Head, Post, Put, Patch, Delete] {
            let request = Request::new(method, "/my/images/x?action=update");
            assert_eq!(answers(None, &request), Ok(()), "{method}");
            let refused = answers(Some(WHY), &request).err();
            assert_eq!(refused.is_none(), method.is_read(), "{method}");
            if let Some(error) = refused {
                assert_eq!((error.kind, error.message.as_str()), (ErrorKind::ReadOnly, WHY));
            }
        }
        let token = Request::new(Post, "/oauth/token").to(Service::Uaa);
        assert_eq!(answers(Some(WHY), &token), Ok(()));
    }

    #[test]
    fn that_nothing_may_be_changed_is_said_before_any_other_reason() {
        Owner::new().with(|| {
            let connections = Connections::new();
            assert_eq!(connections.why_not(|| "the image is locked".to_owned()), "the image is locked");
            assert_eq!(connections.why_not(String::new), "");
            connections.read_only.set(Some(WHY.to_owned()));
            assert_eq!(connections.why_not(|| "the image is locked".to_owned()), WHY);
        });
    }
}
