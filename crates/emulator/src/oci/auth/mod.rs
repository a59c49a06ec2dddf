//! Signature version 1 (section 2.2): API keys and session tokens, checked over what arrived.

mod header;
mod key;
mod session;
mod sign;

pub use key::Key;
pub use session::token;
pub use sign::sign;

use base64::{Engine, engine::general_purpose::STANDARD};
use sha2::{Digest, Sha256};

use super::accounts::{self, TENANCY, User};
use super::problem::Problem;
use crate::time::{self, SECOND};
use crate::wire::Request;
use crate::world::Moment;

/// How far a client's clock may be off.
const MAX_SKEW: i64 = 300 * SECOND;

/// The hash of a body, as `x-content-sha256` has it.
pub fn content_hash(body: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(body))
}

/// Whether a method's body has to be signed.
pub fn signs_body(method: &str) -> bool {
    matches!(method, "POST" | "PUT" | "PATCH")
}

/// Finds the user and checks the signature; 401 for whatever is wrong.
pub fn authenticate(request: &Request, moment: Moment) -> Result<&'static User, Problem> {
    let credentials = header::read(request).ok_or_else(Problem::not_authenticated)?;
    let signed = |name: &str| credentials.signed.iter().any(|known| known == name);
    let date = ["x-date", "date"].into_iter().find(|name| signed(name));
    let date = date.and_then(|name| request.header(name)).ok_or_else(Problem::not_authenticated)?;
    if !signed("(request-target)") || !signed("host") {
        return Err(Problem::not_authenticated());
    }
    if signs_body(&request.method) {
        let all = ["content-length", "content-type", "x-content-sha256"].into_iter().all(signed);
        let length = request.header("content-length").and_then(|text| text.parse::<usize>().ok());
        let hash = request.header("x-content-sha256").unwrap_or_default();
        if !all || length != Some(request.body.len()) || hash != content_hash(&request.body) {
            return Err(Problem::not_authenticated());
        }
    }
    let at = time::parse_http(date).ok_or_else(Problem::not_authenticated)?;
    if (moment.clock - at).abs() > MAX_SKEW {
        return Err(skewed(date, moment.clock));
    }
    let text = header::signing_string(request, &credentials.signed).ok_or_else(Problem::not_authenticated)?;
    let user = match credentials.key_id.strip_prefix("ST$") {
        Some(token) => session::verify(token, &text, &credentials.signature, moment.world),
        None => by_api_key(&credentials.key_id, &text, &credentials.signature),
    };
    user.ok_or_else(Problem::not_authenticated)
}

/// `TENANCY/USER/FINGERPRINT`
fn by_api_key(key_id: &str, text: &str, signature: &[u8]) -> Option<&'static User> {
    let mut parts = key_id.split('/');
    let (tenancy, user, fingerprint) = (parts.next()?, parts.next()?, parts.next()?);
    let user = accounts::by_ocid(user).filter(|_| tenancy == TENANCY && parts.next().is_none())?;
    (user.key.fingerprint == fingerprint && user.key.verifies(text, signature)).then_some(user)
}

fn skewed(date: &str, clock: i64) -> Problem {
    let [now, from, to] = [clock, clock - MAX_SKEW, clock + MAX_SKEW].map(time::http);
    let message = format!(
        "Date '{date}' is outside the allowed clock skew: it is '{now}' here, '{from}' to '{to}' are allowed."
    );
    Problem::new(401, "NotAuthenticated", message)
}
