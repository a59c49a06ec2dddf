//! Session tokens of Oracle Cloud Infrastructure (oci-compute.md §2.2, "Session token auth").
//!
//! A token is opaque to whoever signs with it. Those of today are JSON Web Tokens, so what it says of
//! itself can be shown; that is never relied on.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};

/// The JSON text of a token's claims, when it is a JSON Web Token.
#[must_use]
pub fn claims(token: &str) -> Option<Vec<u8>> {
    let mut parts = token.split('.');
    let (_, claims, _) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    URL_SAFE_NO_PAD.decode(claims.trim_end_matches('=')).ok()
}

#[cfg(test)]
mod tests {
    use super::claims;

    #[test]
    fn only_a_token_of_three_parts_tells_of_itself() {
        assert_eq!(claims("eyJhbGciOiJSUzI1NiJ9.eyJleHAiOjF9.c2ln"), Some(b"{\"exp\":1}".to_vec()));
        for other in ["", "abc", "a.eyJleHAiOjF9", "a.eyJleHAiOjF9.b.c", "a.*.b"] {
            assert_eq!(claims(other), None, "{other}");
        }
    }
}
