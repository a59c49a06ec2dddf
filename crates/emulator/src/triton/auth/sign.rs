//! Signing for an account, which is what an authenticating proxy does (section 2.1).

use base64::{Engine, engine::general_purpose::STANDARD};
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::pkcs8::DecodePrivateKey;

use super::Key;
use crate::error::SignError;
use crate::time;
use crate::wire::Request;

/// Replaces whatever credentials the request carries by a signature over its target and date.
/// `owner` is `/LOGIN` or `/LOGIN/users/SUBLOGIN`; `pem` a P-256 key in PKCS#8.
///
/// # Errors
/// The key cannot be read.
pub fn sign(request: &mut Request, owner: &str, key: &Key, pem: &str, clock: i64) -> Result<(), SignError> {
    let private = SigningKey::from_pkcs8_pem(pem).map_err(|_| SignError("the proxy's key cannot be read"))?;
    let date = time::http(clock);
    let method = request.method.to_ascii_lowercase();
    let text = format!("(request-target): {method} {}\nx-date: {date}", request.target);
    let signature: Signature = private.sign(text.as_bytes());
    let signature = STANDARD.encode(signature.to_der().as_bytes());
    request.headers.remove("authorization");
    request.headers.set("x-date", date);
    request.headers.push(
        "authorization",
        format!(
            "Signature keyId=\"{owner}/keys/{}\",algorithm=\"ecdsa-sha256\",headers=\"(request-target) x-date\",signature=\"{signature}\"",
            key.fingerprint
        ),
    );
    Ok(())
}
