//! A backup of a service instance (contract §4.2).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// From here on an integer time cannot be seconds.
const MILLISECONDS: i64 = 100_000_000_000;

/// A backup.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Backup {
    /// What a restore names.
    pub id: Lenient<String>,
    /// The documents give an integer without a unit: seconds, unless it is too large for that.
    pub created_at: Lenient<Timestamp>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Backup {
    /// Decodes one backup.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { id: f.text("id"), created_at: f.take("created_at", time), unknown: f.rest() }
    }
}

fn time(value: &Value) -> Option<Timestamp> {
    if let Some(text) = value.as_str() {
        return Timestamp::parse(text);
    }
    let number = value.as_i64()?;
    if number > MILLISECONDS { Some(Timestamp(number)) } else { number.checked_mul(1000).map(Timestamp) }
}
