//! Signing in (contract §1.2): tokens from UAA, or a pasted one. A token is a secret: it is kept in
//! memory, never stored, and has no readable debug form.

use std::fmt;

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, Method, Request, Response, Service, encode};
use serde_json::Value;

use super::error::{INVALID_AUTH_TOKEN, is, parse_error};
use crate::decode;

/// The header in which a token goes: `bearer <access token>`. Added by whoever sends a request to
/// [`Service::Api`]; a request to [`Service::Uaa`] must go without it.
pub const TOKEN_HEADER: &str = "Authorization";

/// The client every foundation knows, `cf:` with an empty secret, in Basic form. Public: it says
/// which program asks, not who.
const CF_CLIENT: &str = "Basic Y2Y6";

/// A text that is not to be shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// The text itself, for the one place that sends it.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("•••")
    }
}

/// What a sign-in brought.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// What every call carries.
    pub access: Secret,
    /// For a new access token; a pasted one has none.
    pub refresh: Option<Secret>,
    /// How long the access token lives from its answer on, in seconds; `None` when not said.
    pub expires_in: Option<u64>,
    /// What it is good for, e.g. `cloud_controller.read cloud_controller.write`.
    pub scope: String,
}

impl Token {
    /// When it ends, having been received at that instant.
    #[must_use]
    pub fn expires(&self, received: Timestamp) -> Option<Timestamp> {
        let lives = i64::try_from(self.expires_in?).ok()?.checked_mul(1000)?;
        received.0.checked_add(lives).map(Timestamp)
    }
}

/// Asks UAA for a token with a one-time passcode, as the login page shows it.
#[must_use]
pub fn with_passcode(passcode: &str) -> Request {
    form(&[("grant_type", "password"), ("passcode", passcode.trim())]).header("Authorization", CF_CLIENT)
}

/// Asks UAA for a new token with the refresh token of an old one.
#[must_use]
pub fn with_refresh_token(refresh: &Secret) -> Request {
    form(&[
        ("grant_type", "refresh_token"),
        ("refresh_token", refresh.reveal()),
        ("client_id", "cf"),
        ("client_secret", ""),
    ])
}

fn form(fields: &[(&str, &str)]) -> Request {
    let mut request = Request::new(Method::Post, "/oauth/token")
        .to(Service::Uaa)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Accept", "application/json");
    request.body = Some(encode::query(fields));
    request
}

/// Reads UAA's answer. No error shows any of a success body: there may be a token in it.
///
/// # Errors
/// UAA's refusal, or an answer that holds no token.
pub fn parse(response: &Response) -> Result<Token, ApiError> {
    if !response.is_success() {
        return Err(parse_error(response));
    }
    let hidden = |mut error: ApiError| {
        error.excerpt = None;
        error
    };
    let body = decode::json(response).map_err(hidden)?;
    let text = |name: &str| body.get(name).and_then(Value::as_str).filter(|t| !t.is_empty());
    let Some(access) = text("access_token").filter(|token| fits(token)) else {
        return Err(hidden(decode::unreadable(response, "The token server's answer holds no access token")));
    };
    Ok(Token {
        access: Secret(access.to_owned()),
        refresh: text("refresh_token").map(|token| Secret(token.to_owned())),
        expires_in: body.get("expires_in").and_then(Value::as_u64),
        scope: text("scope").unwrap_or_default().to_owned(),
    })
}

/// A token from what was pasted, e.g. from `cf oauth-token`.
///
/// # Errors
/// What is wrong with it, in words; the text itself is never repeated.
pub fn pasted(text: &str) -> Result<Token, String> {
    let text = text.trim();
    let (word, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let token = if word.eq_ignore_ascii_case("bearer") { rest.trim() } else { text };
    if token.is_empty() {
        return Err("Paste what cf oauth-token prints.".to_owned());
    }
    if !fits(token) {
        return Err("This is not a token: it has spaces, line ends or other characters in it that a token cannot have.".to_owned());
    }
    Ok(Token { access: Secret(token.to_owned()), refresh: None, expires_in: None, scope: String::new() })
}

/// Whether a token can stand in a header.
fn fits(token: &str) -> bool {
    token.bytes().all(|b| b.is_ascii_graphic())
}

/// What to do about a refused call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mend {
    /// Get a new token and send the same request once more: it was refused, so it did nothing.
    RefreshAndRepeat,
    /// Ask the user to sign in.
    SignIn,
    /// It is not about the token.
    Nothing,
}

/// What to do after an error. `refreshed` says whether this very call was repeated already:
/// the token is refreshed once, not in circles (§1.2).
#[must_use]
pub fn mend(error: &ApiError, token: Option<&Token>, refreshed: bool) -> Mend {
    if error.status != Some(401) {
        return Mend::Nothing;
    }
    let can = token.is_some_and(|token| token.refresh.is_some());
    if can && !refreshed && is(error, &INVALID_AUTH_TOKEN) { Mend::RefreshAndRepeat } else { Mend::SignIn }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud_foundry::testing::{answer, refusal};

    const BODY: &str = r#"{"access_token":"hush-a","token_type":"bearer","expires_in":599,"refresh_token":"hush-r","scope":"cloud_controller.read","jti":"j"}"#;

    #[test]
    fn requests_are_forms_for_uaa() {
        let request = with_passcode(" a+b ");
        assert_eq!((request.service, request.target.as_str()), (Service::Uaa, "/oauth/token"));
        assert_eq!(request.headers.get("authorization"), Some("Basic Y2Y6"));
        assert_eq!(request.headers.get("content-type"), Some("application/x-www-form-urlencoded"));
        assert_eq!(request.body.as_deref(), Some("grant_type=password&passcode=a%2Bb"));
        let request = with_refresh_token(&Secret("r&1".into()));
        assert_eq!(
            request.body.as_deref(),
            Some("grant_type=refresh_token&refresh_token=r%261&client_id=cf&client_secret=")
        );
    }

    #[test]
    fn a_token_is_read_and_never_shown() {
        let token = parse(&answer(200, BODY)).expect("a token");
        assert_eq!(token.access.reveal(), "hush-a");
        assert_eq!(token.expires(Timestamp(1_000)), Some(Timestamp(600_000)));
        assert!(!format!("{token:?}").contains("hush"));
        for body in [&BODY[..60], r#"{"access_token":"hush a"}"#, r#"{"token":"hush"}"#, "hush"] {
            let error = parse(&answer(200, body)).expect_err(body);
            assert!(!format!("{error:?}").contains("hush"), "{error:?}");
        }
        assert_eq!(pasted("bearer eyJ.x \n").map(|t| t.access), Ok(Secret("eyJ.x".into())));
        for bad in ["", "bearer", "hush hush", "hushü"] {
            assert!(!pasted(bad).expect_err(bad).contains("hush"));
        }
    }

    #[test]
    fn an_expired_token_is_refreshed_once_and_then_asked_for() {
        let token = parse(&answer(200, BODY)).expect("a token");
        let expired = parse_error(&refusal(401, 1000, "CF-InvalidAuthToken"));
        assert_eq!(mend(&expired, Some(&token), false), Mend::RefreshAndRepeat);
        assert_eq!(mend(&expired, Some(&token), true), Mend::SignIn);
        assert_eq!(mend(&expired, pasted("x").ok().as_ref(), false), Mend::SignIn);
        assert_eq!(
            mend(&parse_error(&refusal(401, 10002, "CF-NotAuthenticated")), Some(&token), false),
            Mend::SignIn
        );
        assert_eq!(
            mend(&parse_error(&refusal(403, 10003, "CF-NotAuthorized")), Some(&token), false),
            Mend::Nothing
        );
    }
}
