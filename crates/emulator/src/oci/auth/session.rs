//! Session tokens, `ST$…` in a keyId (section 2.2): who, until when, and bound to which key. They
//! have the shape of the real ones (three parts of base64url); the last part is a keyed hash that
//! keeps a test from making its own.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::key::verifies_with;
use crate::oci::accounts::{self, TENANCY, User};
use crate::time::SECOND;

/// A token for a user that ends after so many minutes of the world's time; none for a user that
/// has no session key.
pub fn token(user: &User, minutes: i64, world: i64) -> Option<String> {
    let (n, e) = user.session.as_ref()?.public();
    let jwk = json!({
        "kid": user.name, "kty": "RSA", "alg": "RS256", "use": "sig",
        "n": URL_SAFE_NO_PAD.encode(n), "e": URL_SAFE_NO_PAD.encode(e),
    });
    let issued = world / SECOND;
    let payload = json!({
        "sub": user.ocid, "tenant": TENANCY, "ptype": "user", "iat": issued, "exp": issued + minutes * 60,
        "jwk": jwk.to_string(),
    });
    let encode = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let head = encode(json!({"alg": "none", "kid": "emulator"}));
    let text = format!("{head}.{}", encode(payload));
    Some(format!("{text}.{}", seal(&text)))
}

/// The user of a token that is genuine and still lives, when the signature is by its key.
pub fn verify(token: &str, text: &str, signature: &[u8], world: i64) -> Option<&'static User> {
    let (sealed, given) = token.rsplit_once('.')?;
    if seal(sealed) != given {
        return None;
    }
    let payload = URL_SAFE_NO_PAD.decode(sealed.split_once('.')?.1).ok()?;
    let payload: Value = serde_json::from_slice(&payload).ok()?;
    if payload.get("exp")?.as_i64()? * SECOND <= world {
        return None;
    }
    let jwk: Value = serde_json::from_str(payload.get("jwk")?.as_str()?).ok()?;
    let part = |name: &str| URL_SAFE_NO_PAD.decode(jwk.get(name)?.as_str()?).ok();
    let user = accounts::by_ocid(payload.get("sub")?.as_str()?)?;
    verifies_with(&part("n")?, &part("e")?, text, signature).then_some(user)
}

fn seal(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(format!("emulated identity service\n{text}")))
}
