//! What the documents leave open, and conditions of the service, to switch.

use serde_json::{Value, json};

use crate::error::SwitchError;
use crate::time::SECOND;

/// How the service behaves until told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// How long a work request takes, in milliseconds of the world's time.
    pub work_ms: i64,
    /// How long after its end a work request is still known; none for ever.
    pub work_request_retention_ms: Option<i64>,
    /// Whether answers name their work request.
    pub work_requests: bool,
    /// How long a deleted container image is `DELETING`.
    pub container_delete_ms: i64,
    /// Whether `DELETED` container images are listed without being asked for (document 2, 5.1).
    pub deleted_listed: bool,
    /// Whether the second page of a longer list is an empty one with a next page (section 2.4).
    pub empty_pages: bool,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            work_ms: 20 * SECOND,
            work_request_retention_ms: None,
            work_requests: true,
            container_delete_ms: 0,
            deleted_listed: false,
            empty_pages: true,
        }
    }
}

impl Switches {
    /// Sets the switches named in a JSON object and leaves the others.
    ///
    /// # Errors
    /// Names the key that is unknown or has an unfitting value; nothing is changed then.
    pub fn set(&mut self, value: &Value) -> Result<(), SwitchError> {
        let object = value.as_object().ok_or_else(|| SwitchError("switches are a JSON object".into()))?;
        let mut next = self.clone();
        for (key, value) in object {
            let wrong = || SwitchError(format!("\"{key}\" cannot be {value}"));
            let switch = || value.as_bool().ok_or_else(wrong);
            let ms = || value.as_i64().filter(|ms| *ms >= 0).ok_or_else(wrong);
            match key.as_str() {
                "work_ms" => next.work_ms = ms()?,
                "work_request_retention_ms" if value.is_null() => next.work_request_retention_ms = None,
                "work_request_retention_ms" => next.work_request_retention_ms = Some(ms()?),
                "work_requests" => next.work_requests = switch()?,
                "container_delete_ms" => next.container_delete_ms = ms()?,
                "deleted_listed" => next.deleted_listed = switch()?,
                "empty_pages" => next.empty_pages = switch()?,
                _ => return Err(SwitchError(format!("\"{key}\" is not a switch"))),
            }
        }
        *self = next;
        Ok(())
    }

    /// As they stand.
    pub fn to_json(&self) -> Value {
        json!({
            "work_ms": self.work_ms, "work_request_retention_ms": self.work_request_retention_ms,
            "work_requests": self.work_requests, "container_delete_ms": self.container_delete_ms,
            "deleted_listed": self.deleted_listed, "empty_pages": self.empty_pages,
        })
    }
}
