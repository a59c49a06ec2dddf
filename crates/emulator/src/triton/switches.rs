//! Documented differences between deployments, and conditions of a whole service, to switch.

use serde_json::{Value, json};

use crate::error::SwitchError;
use crate::time::SECOND;

/// How the service behaves until told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Status of a successful import: 200 as the server, or 201 as the seed document (section 4.6).
    pub import_status: u16,
    /// Every import runs past the front proxy's 120 s: 503 at once, the image some time later.
    pub import_cut: bool,
    /// Throttles as by default: a burst of 30, then 10 requests per second and key (section 7.2).
    pub throttle: bool,
    /// Maintenance mode: no POST, PUT or DELETE.
    pub maintenance: bool,
    /// How long a new image is `creating`, in milliseconds of the world's time.
    pub create_ms: i64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            import_status: 200,
            import_cut: false,
            throttle: false,
            maintenance: false,
            create_ms: 15 * SECOND,
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
            match (key.as_str(), value.as_i64()) {
                ("import_status", Some(200)) => next.import_status = 200,
                ("import_status", Some(201)) => next.import_status = 201,
                ("import_cut", _) => next.import_cut = switch()?,
                ("throttle", _) => next.throttle = switch()?,
                ("maintenance", _) => next.maintenance = switch()?,
                ("create_ms", Some(ms)) if ms >= 0 => next.create_ms = ms,
                ("import_status" | "create_ms", _) => return Err(wrong()),
                _ => return Err(SwitchError(format!("\"{key}\" is not a switch"))),
            }
        }
        *self = next;
        Ok(())
    }

    /// As they stand.
    pub fn to_json(&self) -> Value {
        json!({
            "import_status": self.import_status, "import_cut": self.import_cut, "throttle": self.throttle,
            "maintenance": self.maintenance, "create_ms": self.create_ms,
        })
    }
}
