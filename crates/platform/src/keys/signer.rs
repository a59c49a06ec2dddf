//! Authentication by HTTP signature, made anew for each attempt.

use image_console_core::{ApiError, ErrorKind, Headers, Request};
use image_console_sign::http_signature::{oci, triton};
use image_console_sign::{Algorithm, KeyKind, SigningPlan};

use super::crypto;
use super::keystore::{self, StoredKey};
use crate::time::clock;

/// Who signs for a Triton connection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TritonIdentity {
    /// The account's login; never `my`.
    pub account: String,
    /// The sub-user, when it is their key.
    pub sub_user: Option<String>,
    /// The id of the key in the [`keystore`].
    pub key: String,
}

/// The headers `x-date` and `Authorization` for one attempt at a request.
///
/// Method and target are signed as well as the date (contract §2.1), so that a signature that leaks
/// opens nothing but what it was made for. The target is the upstream's own, without the path
/// prefix of a proxy: a proxy must strip its prefix and hand on the rest as it came.
///
/// # Errors
/// `NotSigned`, in words: the key is not in this browser, the page is not secure, a part of the
/// identity is missing.
pub async fn sign_triton(identity: &TritonIdentity, request: &Request) -> Result<Headers, ApiError> {
    let stored = key(&identity.key).await?;
    let key_ref = &stored.info.fingerprint_md5;
    let key_id = match &identity.sub_user {
        None => triton::KeyId::account(&identity.account, key_ref),
        Some(sub_user) => triton::KeyId::sub_user(&identity.account, sub_user, key_ref),
    }
    .map_err(not_signed)?;
    let date = clock::now().http_date();
    let (method, target) = (request.method.as_str(), request.target.as_str());
    let plan = triton::plan_with_target(&key_id, stored.info.kind.algorithm(), &date, method, target)
        .map_err(not_signed)?;
    carry_out(&plan, &stored).await
}

/// Who signs for a connection to Oracle Cloud.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum OciIdentity<'a> {
    /// A user's API key.
    ApiKey {
        /// The tenancy's OCID.
        tenancy: &'a str,
        /// The user's OCID.
        user: &'a str,
        /// The id of the key in the [`keystore`].
        key: &'a str,
    },
    /// A session: its token, which is a secret, and the key that belongs to it.
    Session {
        /// The token, without `ST$`.
        token: &'a str,
        /// The id of the key in the [`keystore`].
        key: &'a str,
    },
}

/// The headers `x-date` and `Authorization` for one attempt at a request, and those that describe its
/// body where it is one that may have a body (oci-compute.md §2.2).
///
/// `host` is the service's own, which the proxy must send; the target is the upstream's own too. What
/// is signed about the body is the bytes that the request is sent with.
///
/// # Errors
/// `NotSigned`, in words: the key is not in this browser or not an RSA key, the page is not secure, a
/// part of the identity is missing.
pub async fn sign_oci(identity: OciIdentity<'_>, host: &str, request: &Request) -> Result<Headers, ApiError> {
    let (OciIdentity::ApiKey { key: id, .. } | OciIdentity::Session { key: id, .. }) = identity;
    let stored = key(id).await?;
    if let KeyKind::Ecdsa { .. } = stored.info.kind {
        let message = format!(
            "Oracle Cloud accepts signatures of RSA keys only, but the chosen key is {}. Choose an RSA key.",
            stored.info.kind
        );
        return Err(not_signed(message));
    }
    let key_id = match identity {
        OciIdentity::ApiKey { tenancy, user, .. } => {
            oci::KeyId::api_key(tenancy, user, &stored.info.oci_fingerprint)
        }
        OciIdentity::Session { token, .. } => oci::KeyId::session_token(token),
    }
    .map_err(not_signed)?;
    let body = match &request.body {
        None => None,
        Some(text) => Some(oci::Body {
            content_type: request.headers.get("Content-Type").unwrap_or(oci::Body::EMPTY.content_type),
            content_length: text.len(),
            sha256: crypto::sha256(text.as_bytes()).await.map_err(not_signed)?,
        }),
    };
    let x_date = clock::now().http_date();
    let (method, target) = (request.method.as_str(), request.target.as_str());
    let asked = oci::Request { method, target, host, x_date: &x_date, body };
    carry_out(&oci::plan(&key_id, &asked).map_err(not_signed)?, &stored).await
}

/// A key from the store, or why there is none to sign with.
///
/// # Errors
/// `NotSigned`, in words.
pub async fn key(id: &str) -> Result<StoredKey, ApiError> {
    keystore::get(id).await.map_err(not_signed)?.ok_or_else(|| {
        not_signed("The key of this connection is not in this browser. Import it on the Connections page.")
    })
}

/// Signs what is planned: the headers of the plan and `Authorization`.
///
/// # Errors
/// `NotSigned` when the key is of another kind than the plan wants, or cannot be used here.
pub async fn carry_out(plan: &SigningPlan, stored: &StoredKey) -> Result<Headers, ApiError> {
    let fits = matches!(
        (plan.algorithm, stored.info.kind),
        (Algorithm::RsaSha256, KeyKind::Rsa { .. })
            | (Algorithm::EcdsaSha256 | Algorithm::EcdsaSha512, KeyKind::Ecdsa { .. })
    );
    if !fits {
        let (wanted, kind) = (plan.algorithm.name(), stored.info.kind);
        return Err(not_signed(format!("This upstream wants {wanted}, but the key is {kind}.")));
    }
    let signature = crypto::sign(&stored.key, plan.algorithm, plan.signing_string.as_bytes())
        .await
        .map_err(not_signed)?;
    let mut headers = Headers::default();
    let mut fine = plan.headers.iter().all(|(name, value)| headers.add(name, value));
    fine &= headers.add("Authorization", &plan.authorization(&signature));
    if fine { Ok(headers) } else { Err(not_signed("The signature cannot be sent as a header.")) }
}

fn not_signed(why: impl ToString) -> ApiError {
    ApiError::without_answer(ErrorKind::NotSigned, why.to_string())
}
