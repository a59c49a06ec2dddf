//! What the follower remembers of one upload: its id, and what it needs to choose between the
//! cheap question and the full one.

use image_console_core::time::Timestamp;
use image_console_operation::Operation;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::recent::Recent;

/// After so many cheap questions in a row the full one is asked, whatever they said: a data centre
/// may move without the upload's own date doing so.
const CHEAP: u32 = 4;

/// The address of an upload; only the id is needed to begin.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::oracle_marketplace) struct Address {
    /// `uploadRequestId`.
    pub id: String,
    /// When the upload changed last, in whole seconds as HEAD counts them.
    pub modified: Option<i64>,
    /// How many cheap questions in a row were answered.
    pub cheap: u32,
    /// Whether the next question must be the full one.
    pub full: bool,
    /// Whether HEAD is of no use here.
    pub no_head: bool,
    /// When a full answer last differed from the one before, in whatever detail.
    pub changed: Option<Timestamp>,
    /// The counts of the last answers, for a rate that follows what happens now.
    pub recent: Recent,
}

impl Address {
    /// The address of an id, with the full question first.
    pub fn of(id: &str) -> Self {
        Self { id: id.to_owned(), full: true, ..Self::default() }
    }

    /// The address in a record; `None` when there is no id in it.
    pub fn read(operation: &Operation) -> Option<Self> {
        let address: Self = serde_json::from_value(operation.address.clone()).ok()?;
        (!address.id.is_empty()).then_some(address)
    }

    /// The form in which it is stored.
    pub fn json(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// Whether the next question is the full one.
    pub const fn asks_in_full(&self) -> bool {
        self.full || self.no_head || self.cheap >= CHEAP
    }
}
