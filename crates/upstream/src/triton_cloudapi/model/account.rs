//! The account and its keys: who the caller is, and whether a fingerprint is known (contract §6).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// What GetAccount answers, as far as the console uses it; the rest is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Account {
    /// UUID: what images call `owner`.
    pub id: Lenient<String>,
    /// What paths and Manta paths begin with.
    pub login: Lenient<String>,
    /// Everything else.
    pub unknown: Map<String, Value>,
}

impl Account {
    /// Decodes the body.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { id: f.text("id"), login: f.text("login"), unknown: f.rest() }
    }
}

/// One item of ListKeys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Key {
    /// The name in the account; may stand in a keyId in place of the fingerprint.
    pub name: Lenient<String>,
    /// MD5 fingerprint, colon-separated.
    pub fingerprint: Lenient<String>,
    /// The public key in OpenSSH form.
    pub key: Lenient<String>,
    /// Everything else.
    pub unknown: Map<String, Value>,
}

impl Key {
    /// Decodes one key.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            name: f.text("name"),
            fingerprint: f.text("fingerprint"),
            key: f.text("key"),
            unknown: f.rest(),
        }
    }
}
