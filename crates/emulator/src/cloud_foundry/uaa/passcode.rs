//! One-time passcodes: ten characters, good once and for five minutes.

use std::collections::BTreeMap;

use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::User;
use crate::rng::Rng;
use crate::time::SECOND;
use crate::wire::Response;

/// How long one is good.
const LIFE: i64 = 300 * SECOND;

/// Those that were not used yet.
#[derive(Debug, Default)]
pub struct Passcodes(BTreeMap<String, (&'static User, i64)>);

impl Passcodes {
    /// A new one.
    pub fn issue(&mut self, rng: &mut Rng, user: &'static User, now: i64) -> String {
        let letters: Vec<char> = ('a'..='z').chain('A'..='Z').chain('0'..='9').collect();
        let code: String = (0..10).filter_map(|_| rng.pick(&letters)).collect();
        self.0.insert(code.clone(), (user, now + LIFE));
        code
    }

    /// Whose it is; it is used up with this.
    pub fn redeem(&mut self, code: &str, now: i64) -> Option<&'static User> {
        self.0.remove(code).filter(|(_, end)| *end > now).map(|(user, _)| user)
    }
}

impl CloudFoundry {
    /// The page where a person who is signed in elsewhere finds one; here that is always `dev`.
    pub(super) fn passcode_page(&mut self, now: i64) -> Response {
        let Some(user) = User::named("dev") else { return Response::empty(404) };
        let code = self.uaa.passcodes.issue(&mut self.rng, user, now);
        let mut response = Response::empty(200);
        response.headers.push("Content-Type", "text/html; charset=utf-8");
        let text = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><title>Temporary Authentication Code</title></head>\
             <body><h1>Temporary Authentication Code</h1><h2>{code}</h2></body></html>\n"
        );
        response.body = text.into();
        response
    }

    /// A passcode of a user, for tests; none for a user that there is not.
    pub fn passcode(&mut self, user: &str) -> Option<String> {
        let user = User::named(user)?;
        Some(self.uaa.passcodes.issue(&mut self.rng, user, self.now))
    }
}
