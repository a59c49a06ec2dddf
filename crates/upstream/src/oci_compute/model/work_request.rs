//! Work requests, their errors and logs (contract §5).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// A work request; the summaries of a list have no `resources`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkRequest {
    /// OCID.
    pub id: Lenient<String>,
    /// OCID.
    pub compartment_id: Lenient<String>,
    /// Free text, shown as it comes.
    pub operation_type: Lenient<String>,
    /// `ACCEPTED`, `IN_PROGRESS`, `SUCCEEDED`, `FAILED`, `CANCELING`, `CANCELED`.
    pub status: Lenient<String>,
    /// Whole per cent; the fraction that is sent is cut off.
    pub percent_complete: Lenient<u64>,
    /// What it works on.
    pub resources: Lenient<Vec<Lenient<WorkRequestResource>>>,
    /// When it was taken up.
    pub time_accepted: Lenient<Timestamp>,
    /// When it began.
    pub time_started: Lenient<Timestamp>,
    /// When it ended.
    pub time_finished: Lenient<Timestamp>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl WorkRequest {
    /// Decodes one work request; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            compartment_id: f.text("compartmentId"),
            operation_type: f.text("operationType"),
            status: f.text("status"),
            percent_complete: f.take("percentComplete", percent),
            resources: f.list("resources", |v| v.as_object().cloned().map(WorkRequestResource::from_map)),
            time_accepted: f.time("timeAccepted"),
            time_started: f.time("timeStarted"),
            time_finished: f.time("timeFinished"),
            unknown: f.rest(),
        }
    }
}

fn percent(value: &Value) -> Option<u64> {
    let number = value.as_f64().filter(|n| (0.0..=100.0).contains(n))?;
    // Within 0 to 100, so nothing is lost but the fraction.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    Some(number as u64)
}

/// One item of `resources`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkRequestResource {
    /// `CREATED`, `UPDATED`, `DELETED`, `RELATED`, `IN_PROGRESS`.
    pub action_type: Lenient<String>,
    /// What kind of thing it is, e.g. `image`.
    pub entity_type: Lenient<String>,
    /// OCID.
    pub identifier: Lenient<String>,
    /// Path of the resource at its service.
    pub entity_uri: Lenient<String>,
}

impl WorkRequestResource {
    fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            action_type: f.text("actionType"),
            entity_type: f.text("entityType"),
            identifier: f.text("identifier"),
            entity_uri: f.text("entityUri"),
        }
    }
}

/// One item of a work request's errors.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkRequestError {
    /// The service's word.
    pub code: Lenient<String>,
    /// The service's text.
    pub message: Lenient<String>,
    /// When it happened.
    pub timestamp: Lenient<Timestamp>,
}

impl WorkRequestError {
    /// Decodes one error.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { code: f.text("code"), message: f.text("message"), timestamp: f.time("timestamp") }
    }
}

/// One item of a work request's log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogEntry {
    /// The service's text.
    pub message: Lenient<String>,
    /// When it was written.
    pub timestamp: Lenient<Timestamp>,
}

impl LogEntry {
    /// Decodes one entry.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self { message: f.text("message"), timestamp: f.time("timestamp") }
    }
}
