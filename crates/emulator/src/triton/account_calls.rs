//! Ping, GetAccount and the keys (sections 1.1 and 6).

use serde_json::{Value, json};

use super::accounts::Account;
use super::auth::Key;
use super::negotiate::VERSIONS;
use super::problem::Problem;
use crate::wire::Response;

/// `GET /--ping`
pub fn ping() -> Response {
    let versions: Vec<_> = VERSIONS.iter().map(|(_, text)| *text).collect();
    Response::json(200, &json!({"ping": "pong", "cloudapi": {"versions": versions}}))
}

/// `GET /:login`
pub fn get_account(account: &Account) -> Response {
    Response::json(200, &account.to_json())
}

/// `GET /:login/keys`
pub fn list_keys(account: &Account) -> Response {
    let keys: Vec<_> = account.keys.iter().map(shown).collect();
    Response::json(200, &keys.into())
}

/// `GET /:login/keys/:key`
pub fn get_key(account: &Account, reference: &str) -> Result<Response, Problem> {
    let key = account.keys.iter().find(|key| key.answers_to(reference));
    let key = key.ok_or_else(|| Problem::not_found(format!("{reference} does not exist")))?;
    Ok(Response::json(200, &shown(key)))
}

fn shown(key: &Key) -> Value {
    json!({"name": key.name, "fingerprint": key.fingerprint, "key": key.line})
}
