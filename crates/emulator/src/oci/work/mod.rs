//! Work requests (section 5). What one looks like is a matter of what time it is; nothing has to
//! happen in between.

mod calls;
mod progress;

use serde_json::{Map, Value, json};

use super::sentinel::Ending;
use crate::time;

/// A work request.
#[derive(Clone, Debug)]
pub struct WorkRequest {
    /// OCID.
    pub id: String,
    /// OCID of the compartment of what it is about.
    pub compartment: String,
    /// OCID of the image.
    pub resource: String,
    /// `ExportImage`, `CreateImage`.
    pub operation: &'static str,
    /// When it was accepted.
    pub accepted: i64,
    /// When it ends.
    pub ends: i64,
    /// How it ends.
    pub ending: Ending,
    /// Names that may hold a sentinel for reading it.
    pub texts: Vec<String>,
}

impl WorkRequest {
    /// The object of GetWorkRequest.
    pub fn shown(&self, now: i64) -> Value {
        let mut value = self.summary(now);
        let done = if self.operation == "CreateImage" { "CREATED" } else { "RELATED" };
        let action = match self.status(now) {
            "SUCCEEDED" => done,
            "FAILED" | "CANCELED" => "RELATED",
            _ => "IN_PROGRESS",
        };
        let resources = json!([{
            "actionType": action, "entityType": "image", "identifier": self.resource,
            "entityUri": format!("/20160918/images/{}", self.resource),
        }]);
        value.insert("resources".into(), resources);
        value.into()
    }

    /// The object of ListWorkRequests.
    pub fn summary(&self, now: i64) -> Map<String, Value> {
        let mut value = json!({
            "id": self.id, "compartmentId": self.compartment, "operationType": self.operation,
            "status": self.status(now), "percentComplete": self.percent(now),
            "timeAccepted": time::iso(self.accepted),
        });
        let times = [("timeStarted", self.starts()), ("timeFinished", self.ends)];
        for (name, at) in times.into_iter().filter(|(_, at)| now >= *at) {
            value[name] = time::iso(at).into();
        }
        value.as_object().cloned().unwrap_or_default()
    }
}
