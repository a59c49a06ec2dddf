//! What the followers remember of one operation.

use image_console_core::time::Timestamp;
use image_console_operation::Operation;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::asked;
use crate::cloud_foundry::model::LastOperation;

/// After so many answers of the job, the instance is asked once for the broker's own words.
const JOBS: u32 = 4;

/// Where to ask, and what was known before.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Address {
    /// The known addresses of the API, to judge `Location` by.
    pub api: Vec<String>,
    /// The instance; empty when it is not known.
    pub instance: String,
    /// The job; empty when none was named.
    pub job: String,
    /// Whether the job is not to be asked any more: the API has forgotten it.
    pub gone: bool,
    /// Whether the API said that it takes the work up.
    pub accepted: bool,
    /// The instance's latest operation before the request; `None` when it was not known.
    pub before: Option<Before>,
    /// When the job was queued, by the API's clock.
    pub queued: Option<Timestamp>,
    /// How many answers of the job there were since the instance was asked.
    pub turn: u32,
    /// The broker's words as last seen.
    pub description: String,
}

/// An operation of the instance, as far as it is needed to tell it from a later one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(super) struct Before {
    pub words: String,
    pub under_way: bool,
    pub created: Option<Timestamp>,
    pub updated: Option<Timestamp>,
}

impl From<&LastOperation> for Before {
    fn from(last: &LastOperation) -> Self {
        Self {
            words: last.words(),
            under_way: last.is_under_way(),
            created: last.created_at.value().copied(),
            updated: last.updated_at.value().copied(),
        }
    }
}

impl Before {
    /// Whether a later look shows another operation. The one that was under way may have gone on
    /// since; it is known by when it began.
    pub fn is_followed_by(&self, last: &LastOperation) -> bool {
        let now = Self::from(last);
        if self.under_way { now.created != self.created } else { now != *self }
    }
}

impl Address {
    /// The address in a record. An operation that was repeated has none, so the instance comes from
    /// its request.
    pub fn read(operation: &Operation) -> Self {
        let mut address: Self = serde_json::from_value(operation.address.clone()).unwrap_or_default();
        if address.instance.is_empty() {
            address.instance = asked::instance(operation).unwrap_or_default();
        }
        address
    }

    /// The form in which it is stored.
    pub fn json(&self) -> Value {
        serde_json::to_value(self).unwrap_or(Value::Null)
    }

    /// Whether there is a job that can be asked.
    pub fn has_job(&self) -> bool {
        !self.job.is_empty() && !self.gone
    }

    /// Whether the next question is for the instance; `None` when nothing can be asked.
    pub fn asks_instance(&self) -> Option<bool> {
        match (self.has_job(), self.instance.is_empty()) {
            (true, true) => Some(false),
            (true, false) => Some(self.turn >= JOBS),
            (false, false) => Some(true),
            (false, true) => None,
        }
    }
}
