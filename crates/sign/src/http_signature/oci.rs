//! Signatures, version 1, for Oracle Cloud Infrastructure (oci-compute.md §2.2).
//!
//! Only `rsa-sha256` is accepted there. The order of the signed headers is the one of the TypeScript
//! SDK, which runs in browsers too: `x-date (request-target) host`, then what describes the body.

use base64::{Engine as _, engine::general_purpose::STANDARD};

use super::error::check_part;
use super::{Lines, SignError, SigningPlan};
use crate::Algorithm;

/// Who signs.
#[derive(Clone, PartialEq, Eq)]
pub struct KeyId(String);

impl KeyId {
    /// An API key of a user: `TENANCY_OCID/USER_OCID/FINGERPRINT`. The fingerprint is the MD5 of the
    /// public key in DER form, colon-separated lower hex.
    ///
    /// # Errors
    /// [`SignError`] names the part that cannot be sent, and why.
    pub fn api_key(tenancy: &str, user: &str, fingerprint: &str) -> Result<Self, SignError> {
        check_part("tenancy OCID", tenancy, &['/', ' '])?;
        check_part("user OCID", user, &['/', ' '])?;
        check_part("fingerprint", fingerprint, &['/', ' '])?;
        Ok(Self(format!("{tenancy}/{user}/{fingerprint}")))
    }

    /// A session token: `ST$TOKEN`. The token is a secret, so it is not shown by `Debug`.
    ///
    /// # Errors
    /// [`SignError`] when the token is missing or cannot be sent.
    pub fn session_token(token: &str) -> Result<Self, SignError> {
        check_part("session token", token, &[' '])?;
        Ok(Self(format!("ST${token}")))
    }
}

impl std::fmt::Debug for KeyId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.0.starts_with("ST$") { "KeyId(ST$…)" } else { &self.0 })
    }
}

/// What is signed about the body of a POST, PUT or PATCH. The hash comes from the caller, so that a
/// browser can use its own SHA-256.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Body<'a> {
    /// `Content-Type` as sent, e.g. `application/json`.
    pub content_type: &'a str,
    /// Bytes of the body as sent (UTF-8, not characters).
    pub content_length: usize,
    /// SHA-256 of those bytes.
    pub sha256: [u8; 32],
}

impl Body<'static> {
    /// A POST without content still signs its length and hash.
    pub const EMPTY: Self = Self {
        content_type: "application/json",
        content_length: 0,
        sha256: [
            0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
            0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
        ],
    };
}

/// The request to be signed, as the server will receive it.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// HTTP method; `GET`, `HEAD` and `DELETE` go without a body.
    pub method: &'a str,
    /// Path with version prefix, and query, without the prefix of a reverse proxy.
    pub target: &'a str,
    /// Host of the API itself, which a reverse proxy must send.
    pub host: &'a str,
    /// HTTP date in GMT, at most five minutes off the server's clock. New for each attempt.
    pub x_date: &'a str,
    /// What is signed about the body: never anything for `GET`, `HEAD` and `DELETE`; for the others
    /// [`Body::EMPTY`] when there is none.
    pub body: Option<Body<'a>>,
}

/// Plans the signature of a request.
///
/// # Errors
/// [`SignError::UnusableValue`] names the header whose value cannot be sent as it is.
pub fn plan(key_id: &KeyId, request: &Request<'_>) -> Result<SigningPlan, SignError> {
    let mut lines = Lines::default();
    let mut headers = vec![("x-date", request.x_date.to_owned())];
    lines.push("x-date", request.x_date)?;
    lines.push_request_target(request.method, request.target)?;
    lines.push("host", request.host)?;
    let bare = ["GET", "HEAD", "DELETE"].iter().any(|m| m.eq_ignore_ascii_case(request.method));
    if !bare {
        let body = request.body.unwrap_or(Body::EMPTY);
        let hash = STANDARD.encode(body.sha256);
        lines.push("content-type", body.content_type)?;
        lines.push("content-length", &body.content_length.to_string())?;
        lines.push("x-content-sha256", &hash)?;
        headers.push(("content-type", body.content_type.to_owned()));
        headers.push(("x-content-sha256", hash));
    }
    let (signed, signing_string) = lines.finish();
    Ok(SigningPlan {
        signing_string,
        headers,
        algorithm: Algorithm::RsaSha256,
        key_id: key_id.0.clone(),
        signed,
        version: Some("1"),
    })
}
