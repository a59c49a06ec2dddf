//! The latest operation of a service instance (contract §3.3).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// `last_operation`; an empty object when there was none yet.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LastOperation {
    /// `create`, `update`, `delete`; which word a restore has is not documented.
    pub type_: Lenient<String>,
    /// `initial`, `in progress`, `succeeded`, `failed`.
    pub state: Lenient<String>,
    /// The broker's own words.
    pub description: Lenient<String>,
    /// When it began.
    pub created_at: Lenient<Timestamp>,
    /// When it was last looked at.
    pub updated_at: Lenient<Timestamp>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl LastOperation {
    /// Decodes the object.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            type_: f.text("type"),
            state: f.text("state"),
            description: f.text("description"),
            created_at: f.time("created_at"),
            updated_at: f.time("updated_at"),
            unknown: f.rest(),
        }
    }

    /// Whether there was any operation at all.
    #[must_use]
    pub const fn is_none(&self) -> bool {
        self.state.is_absent() && self.type_.is_absent()
    }

    /// Whether it is known to be under way, so that another one would be refused with 409.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        matches!(self.state.text(), Some("initial" | "in progress"))
    }

    /// Type and state as sent: `update in progress`.
    #[must_use]
    pub fn words(&self) -> String {
        let parts = [&self.type_, &self.state].map(|part| part.shown(Clone::clone));
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    }
}
