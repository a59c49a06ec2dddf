//! Requests that carry a token, and what is done when one is refused: a token that can be renewed is,
//! once for everybody who waits, and the request is repeated; any other is ended, so that the user is
//! asked for a new one. In the part that signs.

use std::cell::RefCell;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker};

use image_console_core::config::Upstream;
use image_console_core::{ApiError, Few, Headers, Response};
use image_console_platform::AbortHandle;
use image_console_upstream::cloud_foundry::error::parse_error;
use image_console_upstream::cloud_foundry::token::{self as foundry, Mend};

use super::{READ_TIMEOUT_MS, send_unsigned};
use crate::state::connections::{Connected, Connections, Token};

/// The headers of one attempt.
pub(super) fn headers(connections: Connections, connected: &Connected) -> Result<Headers, ApiError> {
    let connection = &connected.connection;
    let Some(token) = connections.token(&connection.id) else {
        let message = format!("Nobody is signed in on {}, so nothing was sent.", connection.name);
        return Err(super::signing::not_signed(message));
    };
    Ok(token.headers.into_iter().collect())
}

/// Whether the same request may be sent once more, with other headers than those `used`. It was
/// refused, so it did nothing.
pub(super) async fn mend(
    connections: Connections,
    connected: Arc<Connected>,
    used: Headers,
    repeated: bool,
    response: Response,
) -> bool {
    let id = connected.connection.id.as_str();
    wait_for_renewal(id).await;
    let Some(token) = connections.token(id) else { return false };
    if token.headers.iter().any(|(name, value)| used.get(name) != Some(value.as_str())) {
        // Somebody was faster.
        return !repeated;
    }
    let wish = match &connected.connection.upstream {
        Upstream::CloudFoundry(_) => {
            foundry::mend(&parse_error(&response), token.renewable.as_ref(), repeated)
        }
        // Nothing renews a token of the Marketplace.
        _ => Mend::SignIn,
    };
    match wish {
        Mend::Nothing => false,
        Mend::SignIn => {
            connections.end_token(id, Some(token.number));
            false
        }
        Mend::RefreshAndRepeat => renew(connections, &connected, token).await,
    }
}

async fn renew(connections: Connections, connected: &Connected, old: Token) -> bool {
    let id = connected.connection.id.as_str();
    let Some(refresh) = old.renewable.as_ref().and_then(|token| token.refresh.as_ref()) else { return false };
    let _renewal = Renewal::begin(id);
    let request = foundry::with_refresh_token(refresh);
    let answer = send_unsigned(connected, &request, READ_TIMEOUT_MS, &AbortHandle::new()).await;
    match answer.and_then(|answer| foundry::parse(&answer)) {
        Ok(mut new) => {
            new.refresh = new.refresh.or_else(|| Some(refresh.clone()));
            connections.renew_token(id, Token { number: old.number, ..of_foundry(new) });
            true
        }
        // The token server says no. When it cannot be reached the sign-in may still be good.
        Err(error) => {
            if matches!(error.status, Some(400 | 401 | 403)) {
                connections.end_token(id, Some(old.number));
            }
            false
        }
    }
}

/// A token of a Cloud Foundry as it is kept.
pub fn of_foundry(token: foundry::Token) -> Token {
    let headers = vec![(foundry::TOKEN_HEADER.to_owned(), format!("bearer {}", token.access.reveal()))];
    Token { number: 0, headers, renewable: token.refresh.is_some().then_some(token) }
}

thread_local! {
    /// The connections whose token is being renewed, and who waits for it.
    static RENEWALS: RefCell<Few<Vec<Waker>>> = const { RefCell::new(Few::new()) };
}

/// A renewal under way; it ends when this is dropped.
struct Renewal(String);

impl Renewal {
    fn begin(id: &str) -> Self {
        RENEWALS.with_borrow_mut(|all| all.insert(id.to_owned(), Vec::new()));
        Self(id.to_owned())
    }
}

impl Drop for Renewal {
    fn drop(&mut self) {
        let waiting = RENEWALS.with_borrow_mut(|all| all.remove(&self.0)).unwrap_or_default();
        waiting.into_iter().for_each(Waker::wake);
    }
}

async fn wait_for_renewal(id: &str) {
    poll_fn(|context| {
        RENEWALS.with_borrow_mut(|all| match all.remove(id) {
            None => Poll::Ready(()),
            Some(mut waiting) => {
                waiting.push(context.waker().clone());
                all.insert(id.to_owned(), waiting);
                Poll::Pending
            }
        })
    })
    .await;
}
