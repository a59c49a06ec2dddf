//! What the caller may do with an instance (contract §3.4).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// `GET /v3/service_instances/{guid}/permissions`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Permissions {
    /// Whether the caller may see it.
    pub read: Lenient<bool>,
    /// Whether the caller may change it, which a restore and a new backup need.
    pub manage: Lenient<bool>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Permissions {
    /// Decodes the answer.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { read: f.boolean("read"), manage: f.boolean("manage"), unknown: f.rest() }
    }
}
