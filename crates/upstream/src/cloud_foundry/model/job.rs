//! A job (contract §5). A failed one comes with status 200, so its state decides and nothing else.

use image_console_core::time::Timestamp;
use image_console_core::{ApiError, ErrorKind};
use serde_json::{Map, Value};

use super::text_at;
use crate::cloud_foundry::error;
use crate::decode::{Fields, Lenient};

/// A job.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Job {
    /// Opaque.
    pub guid: Lenient<String>,
    /// When it was queued.
    pub created_at: Lenient<Timestamp>,
    /// When it was last worked on.
    pub updated_at: Lenient<Timestamp>,
    /// For display only: the words for backup and restore are not documented.
    pub operation: Lenient<String>,
    /// `PROCESSING`, `POLLING`, `COMPLETE`, `FAILED`.
    pub state: Lenient<String>,
    /// Error items as sent. May hold something while the job is being retried.
    pub errors: Vec<Value>,
    /// The texts of the warnings.
    pub warnings: Vec<String>,
    /// Links as sent; that to the resource only while it exists.
    pub links: Map<String, Value>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Job {
    /// Decodes a job.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        let items = |value: &Value| value.as_array().cloned();
        let detail = |item: &Value| {
            text_at(item, &["detail"])
                .unwrap_or_else(|| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
        };
        Self {
            guid: f.text("guid"),
            created_at: f.time("created_at"),
            updated_at: f.time("updated_at"),
            operation: f.text("operation"),
            state: f.text("state"),
            errors: f.take("errors", items).value().cloned().unwrap_or_default(),
            warnings: f.take("warnings", items).value().into_iter().flatten().map(detail).collect(),
            links: f.map("links").value().cloned().unwrap_or_default(),
            unknown: f.rest(),
        }
    }

    /// The job's errors as one; without a status, because no call failed.
    #[must_use]
    pub fn error(&self) -> ApiError {
        let mut out =
            ApiError::without_answer(ErrorKind::Refused, "The job failed, and the API does not say why");
        error::fill(&mut out, &self.errors);
        out
    }

    /// The address of the service instance, while it exists.
    #[must_use]
    pub fn service_instance(&self) -> Option<String> {
        text_at(self.links.get("service_instances")?, &["href"])
    }
}
