//! The token server (section 1.2). Its errors have the OAuth shape, not the Cloud Controller's.

mod grants;
mod passcode;

use serde_json::json;

use super::CloudFoundry;
use super::access::User;
use crate::parts::Bearers;
use crate::wire::{Reply, Request, Response};
use passcode::Passcodes;

/// All that the token server has handed out.
#[derive(Debug, Default)]
pub struct Uaa {
    access: Bearers<&'static User>,
    refresh: Bearers<&'static User>,
    passcodes: Passcodes,
}

impl Uaa {
    /// The user of an access token that is good.
    pub fn user(&self, token: &str, now: i64) -> Option<&'static User> {
        self.access.holder(token, now).copied()
    }
}

/// An error of the OAuth shape.
#[derive(Debug)]
struct Refusal(u16, &'static str, String);

impl Refusal {
    fn unauthorized(description: &str) -> Self {
        Self(401, "unauthorized", description.to_owned())
    }

    fn into_response(self) -> Response {
        let Self(status, error, description) = self;
        Response::json(status, &json!({"error": error, "error_description": description}))
    }
}

impl CloudFoundry {
    /// One request at the token server or its login page.
    pub(super) fn token_server(&mut self, request: &Request, now: i64) -> Reply {
        let mut response = match (request.method.as_str(), request.path()) {
            ("POST", "/oauth/token") => self.grant(request, now).unwrap_or_else(Refusal::into_response),
            ("GET", "/passcode") => self.passcode_page(now),
            ("GET", "/login" | "/info") => prompts(),
            (_, "/oauth/token") => {
                Refusal(405, "method_not_allowed", "Request method is not supported".into()).into_response()
            }
            _ => Refusal(404, "not_found", "No such page".into()).into_response(),
        };
        response.headers.push("Cache-Control", "no-store");
        response.into()
    }
}

/// What a sign-in asks for.
fn prompts() -> Response {
    let passcode =
        format!("Temporary Authentication Code ( Get one at https://{}/passcode )", super::LOGIN_HOST);
    let links = json!({"uaa": format!("https://{}", super::UAA_HOST), "login": format!("https://{}", super::LOGIN_HOST), "passwd": "/forgot_password"});
    let prompts = json!({"username": ["text", "Email"], "password": ["password", "Password"], "passcode": ["password", passcode]});
    Response::json(200, &json!({"app": {"version": "77.20.0"}, "links": links, "prompts": prompts}))
}
