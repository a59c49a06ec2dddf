//! Differences between foundations, and conditions of the service, to switch.

use serde_json::{Value, json};

use crate::parts::Refused;
use crate::time::SECOND;

/// How the foundation behaves until told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// A Cloud Foundry that is not Tanzu's: no routes for backups (section 4).
    pub plain: bool,
    /// Life of an access token in seconds, announced in `expires_in`.
    pub token_seconds: i64,
    /// Life of a refresh token in seconds.
    pub refresh_seconds: i64,
    /// Requests of a user in an hour; none for no limit, as by default (section 1.3).
    pub rate_limit: Option<i64>,
    /// Every answer carries `X-Cf-Warnings`.
    pub warnings: bool,
    /// The backups of an instance that was deleted can be listed (section 4.3, unknown).
    pub deleted_listed: bool,
    /// `last_operation.type` during a backup or restore (section 3.3, unknown).
    pub operation_type: String,
    /// How long a job takes to its end, in milliseconds of the world's time.
    pub job_ms: i64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            plain: false,
            token_seconds: 1200,
            refresh_seconds: 30 * 86_400,
            rate_limit: None,
            warnings: false,
            deleted_listed: false,
            operation_type: "update".into(),
            job_ms: 65 * SECOND,
        }
    }
}

impl Switches {
    /// Sets the switches named in a JSON object and leaves the others.
    ///
    /// # Errors
    /// Names the key that is unknown or has an unfitting value; nothing is changed then.
    pub fn set(&mut self, value: &Value) -> Result<(), Refused> {
        let object = value.as_object().ok_or_else(|| Refused("switches are a JSON object".into()))?;
        let mut next = self.clone();
        for (key, value) in object {
            let wrong = || Refused(format!("\"{key}\" cannot be {value}"));
            let switch = || value.as_bool().ok_or_else(wrong);
            let number = || value.as_i64().filter(|number| *number >= 0).ok_or_else(wrong);
            match key.as_str() {
                "plain" => next.plain = switch()?,
                "token_seconds" => next.token_seconds = number()?,
                "refresh_seconds" => next.refresh_seconds = number()?,
                "rate_limit" if value.is_null() => next.rate_limit = None,
                "rate_limit" => next.rate_limit = Some(number()?),
                "warnings" => next.warnings = switch()?,
                "deleted_listed" => next.deleted_listed = switch()?,
                "operation_type" => next.operation_type = value.as_str().ok_or_else(wrong)?.to_owned(),
                "job_ms" => next.job_ms = number()?,
                _ => return Err(Refused(format!("\"{key}\" is not a switch"))),
            }
        }
        *self = next;
        Ok(())
    }

    /// As they stand.
    pub fn to_json(&self) -> Value {
        json!({
            "plain": self.plain, "token_seconds": self.token_seconds, "refresh_seconds": self.refresh_seconds,
            "rate_limit": self.rate_limit, "warnings": self.warnings, "deleted_listed": self.deleted_listed,
            "operation_type": self.operation_type, "job_ms": self.job_ms,
        })
    }
}
