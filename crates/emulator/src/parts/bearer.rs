//! Bearer tokens: made here, remembered here, good until their time is over.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use serde_json::{Value, json};

use crate::rng::Rng;
use crate::wire::Request;

/// The tokens issued, with what they stand for.
#[derive(Debug)]
pub struct Bearers<T>(BTreeMap<String, (T, i64)>);

impl<T> Default for Bearers<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T> Bearers<T> {
    /// Makes a token of the JWT form: header, claims, and a signature that nobody checks.
    pub fn issue(&mut self, rng: &mut Rng, claims: &Value, holder: T, now: i64, expires: i64) -> String {
        self.0.retain(|_, (_, end)| *end > now);
        let head = URL_SAFE_NO_PAD.encode(json!({"alg": "RS256", "typ": "JWT"}).to_string());
        let claims = URL_SAFE_NO_PAD.encode(claims.to_string());
        let mut signature = String::new();
        rng.push_sha1(&mut signature);
        let token = format!("{head}.{claims}.{}", URL_SAFE_NO_PAD.encode(signature));
        self.0.insert(token.clone(), (holder, expires));
        token
    }

    /// What an unexpired token stands for.
    pub fn holder(&self, token: &str, now: i64) -> Option<&T> {
        self.0.get(token).filter(|(_, end)| *end > now).map(|(holder, _)| holder)
    }

    /// None of them is good any more.
    pub fn expire_all(&mut self) {
        self.0.clear();
    }

    /// The token of a request: `Authorization: bearer …`, the word in any case.
    pub fn of(request: &Request) -> Option<&str> {
        let (word, token) = request.header("authorization")?.split_once(' ')?;
        word.eq_ignore_ascii_case("bearer").then(|| token.trim())
    }
}

/// Name and secret of `Authorization: Basic …`.
pub fn basic(request: &Request) -> Option<(String, String)> {
    let (word, text) = request.header("authorization")?.split_once(' ')?;
    if !word.eq_ignore_ascii_case("basic") {
        return None;
    }
    let text = String::from_utf8(STANDARD.decode(text.trim()).ok()?).ok()?;
    let (name, secret) = text.split_once(':')?;
    Some((name.to_owned(), secret.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_good_until_its_time_is_over() {
        let mut bearers = Bearers::default();
        let token = bearers.issue(&mut Rng::new(1, 1), &json!({"sub": "x"}), 7, 0, 100);
        let request = Request::new("GET", "h", "/").with_header("authorization", &format!("bEARER {token}"));
        assert_eq!(Bearers::<i32>::of(&request), Some(token.as_str()));
        assert_eq!((bearers.holder(&token, 99), bearers.holder(&token, 100)), (Some(&7), None));
        let claims = token.split('.').nth(1).unwrap();
        assert_eq!(URL_SAFE_NO_PAD.decode(claims).unwrap(), br#"{"sub":"x"}"#);
        bearers.expire_all();
        assert_eq!(bearers.holder(&token, 0), None);
    }

    #[test]
    fn basic_credentials_may_have_an_empty_secret() {
        let request = Request::new("POST", "h", "/").with_header("Authorization", "Basic Y2Y6");
        assert_eq!(basic(&request), Some(("cf".into(), String::new())));
        assert_eq!(basic(&Request::new("GET", "h", "/")), None);
    }
}
