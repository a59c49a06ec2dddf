//! `POST /oauth/token`: the ways to a token.

use serde_json::{Map, Value, json};

use super::Refusal;
use crate::cloud_foundry::CloudFoundry;
use crate::cloud_foundry::access::User;
use crate::parts::basic;
use crate::rng::Rng;
use crate::time::SECOND;
use crate::wire::{Request, Response, query};

/// Clients and their secrets. `cf` is the public one of the command line.
const CLIENTS: [(&str, &str); 2] = [("cf", ""), ("ci", "ci-secret")];

/// A form, decoded.
struct Form(Vec<(String, String)>);

impl Form {
    fn read(request: &Request) -> Result<Self, Refusal> {
        let kind = request.header("content-type").unwrap_or_default();
        if !kind.starts_with("application/x-www-form-urlencoded") {
            return Err(Refusal(
                415,
                "unsupported_media_type",
                format!("Content type '{kind}' not supported"),
            ));
        }
        Ok(Self(query::pairs(&String::from_utf8_lossy(&request.body))))
    }

    fn text(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

impl CloudFoundry {
    pub(super) fn grant(&mut self, request: &Request, now: i64) -> Result<Response, Refusal> {
        let form = Form::read(request)?;
        let client = client(request, &form)?;
        let bad = || Refusal::unauthorized("Bad credentials");
        let (user, refreshes) = match form.text("grant_type") {
            Some("password") if client == "cf" => {
                let found = match form.text("passcode") {
                    Some(code) => self.uaa.passcodes.redeem(code, now),
                    None => User::named(form.text("username").unwrap_or_default()).filter(|user| {
                        !user.password.is_empty() && form.text("password") == Some(user.password)
                    }),
                };
                let message =
                    if form.text("passcode").is_some() { "Invalid passcode" } else { "Bad credentials" };
                (found.ok_or_else(|| Refusal::unauthorized(message))?, true)
            }
            Some("client_credentials") => (User::named(client).ok_or_else(bad)?, false),
            Some("refresh_token") => {
                let token = form.text("refresh_token").unwrap_or_default();
                let holder = self.uaa.refresh.holder(token, now).copied();
                let invalid = || {
                    Refusal(
                        401,
                        "invalid_token",
                        "The token expired, was revoked, or the token ID is incorrect.".into(),
                    )
                };
                let body = self.tokens(holder.ok_or_else(invalid)?, Some(token.to_owned()), now);
                return Ok(Response::json(200, &body));
            }
            Some(other) => {
                return Err(Refusal(401, "unauthorized_client", format!("Unauthorized grant type: {other}")));
            }
            None => return Err(Refusal(400, "invalid_request", "Missing grant type".into())),
        };
        let refresh = refreshes.then(|| self.refresh_token(user, now));
        Ok(Response::json(200, &self.tokens(user, refresh, now)))
    }

    /// The body of a granted request; with a refresh token unless it was the client's own.
    pub(in crate::cloud_foundry) fn tokens(
        &mut self,
        user: &'static User,
        refresh: Option<String>,
        now: i64,
    ) -> Value {
        let life = self.switches.token_seconds;
        let jti = self.rng.uuid().to_string().replace('-', "");
        let claims = json!({
            "jti": jti, "sub": user.name, "user_name": user.name, "client_id": "cf", "scope": user.scope,
            "iat": now / SECOND, "exp": now / SECOND + life, "iss": "https://uaa.sys.example.local/oauth/token",
        });
        let token = self.uaa.access.issue(&mut self.rng, &claims, user, now, now + life * SECOND);
        let mut body = Map::new();
        body.insert("access_token".into(), token.into());
        body.insert("token_type".into(), "bearer".into());
        body.insert("expires_in".into(), life.into());
        body.insert("scope".into(), user.scope.join(" ").into());
        body.insert("jti".into(), jti.into());
        if let Some(refresh) = refresh {
            body.insert("refresh_token".into(), refresh.into());
        }
        Value::Object(body)
    }

    pub(in crate::cloud_foundry) fn refresh_token(&mut self, user: &'static User, now: i64) -> String {
        let expires = now + self.switches.refresh_seconds * SECOND;
        let claims = json!({"sub": user.name, "exp": expires / SECOND, "grant_type": "password"});
        self.uaa.refresh.issue(&mut self.rng, &claims, user, now, expires)
    }
}

impl super::Uaa {
    /// A token that the authenticating proxy adds to one request.
    pub fn for_proxy(&mut self, rng: &mut Rng, user: &'static User, now: i64, expires: i64) -> String {
        self.access.issue(rng, &json!({"sub": user.name}), user, now, expires)
    }

    /// All access tokens are refused from now on; with `refresh`, those to get new ones too.
    pub fn expire(&mut self, refresh: bool) {
        self.access.expire_all();
        if refresh {
            self.refresh.expire_all();
        }
    }
}

/// The client, authenticated in the header or in the form.
fn client(request: &Request, form: &Form) -> Result<&'static str, Refusal> {
    let missing = || Refusal::unauthorized("An Authentication object was not found in the SecurityContext");
    let given = match basic(request) {
        Some(given) => given,
        None => {
            let id = form.text("client_id").ok_or_else(missing)?;
            (id.to_owned(), form.text("client_secret").unwrap_or_default().to_owned())
        }
    };
    let known = CLIENTS.iter().find(|(id, secret)| *id == given.0 && *secret == given.1);
    known.map(|(id, _)| *id).ok_or_else(|| Refusal::unauthorized("Bad credentials"))
}
