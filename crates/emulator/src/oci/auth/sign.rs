//! Signing for a user, which is what an authenticating proxy does (section 2.2).

use base64::{Engine, engine::general_purpose::STANDARD};

use super::{content_hash, signs_body};
use crate::error::SignError;
use crate::oci::accounts::{TENANCY, User};
use crate::time;
use crate::wire::Request;

/// Replaces whatever credentials the request carries by the user's own.
///
/// # Errors
/// The key cannot sign.
pub fn sign(request: &mut Request, user: &User, clock: i64) -> Result<(), SignError> {
    let mut signed = "x-date (request-target) host".to_owned();
    request.headers.remove("authorization");
    request.headers.set("x-date", time::http(clock));
    if signs_body(&request.method) {
        signed.push_str(" content-type content-length x-content-sha256");
        request.headers.set_default("content-type", "application/json");
        request.headers.set("content-length", request.body.len().to_string());
        let hash = content_hash(&request.body);
        request.headers.set("x-content-sha256", hash);
    }
    let names: Vec<String> = signed.split(' ').map(str::to_owned).collect();
    let text = super::header::signing_string(request, &names);
    let signature = text.and_then(|text| user.key.sign(&text));
    let signature = signature.ok_or(SignError("the proxy's key cannot sign"))?;
    let authorization = format!(
        "Signature version=\"1\",keyId=\"{TENANCY}/{}/{}\",algorithm=\"rsa-sha256\",headers=\"{signed}\",signature=\"{}\"",
        user.ocid,
        user.key.fingerprint,
        STANDARD.encode(signature),
    );
    request.headers.push("authorization", authorization);
    Ok(())
}
