//! Who calls: a client's token, and the user it works for (section 1.1).

use serde_json::json;

use super::Marketplace;
use super::problem::Problem;
use crate::parts::{Bearers, basic};
use crate::time::SECOND;
use crate::wire::{Request, Response};

/// The client that the Marketplace's administrators have issued.
pub const CLIENT: &str = "image-console";
/// Its secret; public, as everything in the emulator.
pub const SECRET: &str = "marketplace-secret";
/// The identity domain of way B, as in the document.
const DOMAIN: &str = "usoracle30650";

/// A user of the publisher.
#[derive(Debug, PartialEq, Eq)]
pub struct User {
    /// The e-mail in `X-Oracle-UserId`.
    pub email: &'static str,
    /// What bodies show.
    pub name: &'static str,
    /// What the HEAD headers show.
    pub id: &'static str,
    /// Whether it may change anything.
    pub writes: bool,
}

/// All users.
pub const USERS: [User; 3] = [
    User {
        email: "partner@example.com",
        name: "John Doe",
        id: "0a7d980d-2b06-400c-9b61-9892e0108afc",
        writes: true,
    },
    User {
        email: "jane.roe@example.com",
        name: "Jane Roe",
        id: "b3f1a2d0-7c55-4e0b-8a61-5d0f6c1e9a77",
        writes: true,
    },
    User {
        email: "reader@example.com",
        name: "Rita Reader",
        id: "c0ffee00-1d2e-4f3a-9b4c-5d6e7f8091a2",
        writes: false,
    },
];

impl Marketplace {
    /// The user of a request with a good token; 401 otherwise.
    pub(super) fn authenticate(&self, request: &Request, now: i64) -> Result<&'static User, Problem> {
        let token = Bearers::<&str>::of(request).ok_or_else(Problem::unauthorized)?;
        self.tokens.holder(token, now).ok_or_else(Problem::unauthorized)?;
        user(request).ok_or_else(Problem::unauthorized)
    }

    /// Way A: `GET authenticate` with the client's id and secret.
    pub(super) fn token_for_client(&mut self, request: &Request, now: i64) -> Result<Response, Problem> {
        if request.header("x-oracle-userid").is_some() && user(request).is_none() {
            return Err(Problem::unauthorized());
        }
        self.exchange(request, now)
    }

    /// Way B: the identity service's own endpoint.
    pub(super) fn token_of_domain(&mut self, request: &Request, now: i64) -> Result<Response, Problem> {
        let kind = request.header("content-type").unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Problem::invalid("Content-Type"));
        }
        if request.header("x-user-identity-domain-name") != Some(DOMAIN) {
            return Err(Problem::unauthorized());
        }
        self.exchange(request, now)
    }

    fn exchange(&mut self, request: &Request, now: i64) -> Result<Response, Problem> {
        let given = basic(request).ok_or_else(Problem::unauthorized)?;
        if given != (CLIENT.to_owned(), SECRET.to_owned()) {
            return Err(Problem::unauthorized());
        }
        let body = json!({
            "oracle_client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "expires_in": self.switches.token_seconds, "oracle_tk_context": "client_assertion",
            "access_token": self.issue(now),
        });
        Ok(Response::json(200, &body))
    }

    /// A token of the publisher's client, good from now on.
    pub(super) fn issue(&mut self, now: i64) -> String {
        let announced = now + self.switches.token_seconds * SECOND;
        let expires = match self.switches.token_dies_after {
            Some(seconds) => now + seconds * SECOND,
            None => announced,
        };
        let claims = json!({"sub": CLIENT, "iat": now / SECOND, "exp": announced / SECOND, "oracle.oauth.tk_context": "client_assertion"});
        self.tokens.issue(&mut self.rng, &claims, CLIENT, now, expires)
    }
}

fn user(request: &Request) -> Option<&'static User> {
    let email = request.header("x-oracle-userid")?.trim();
    USERS.iter().find(|user| user.email.eq_ignore_ascii_case(email))
}
