//! What the document leaves open, and conditions of the service, to switch.

use serde_json::{Value, json};

use crate::parts::Refused;
use crate::time::SECOND;

/// The shape of error bodies, which no document tells (section 5).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ErrorBodies {
    /// `{"message": "…"}`
    Json,
    /// None.
    Empty,
    /// An HTML page.
    Html,
}

/// How the service behaves until told otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Switches {
    /// Life of a token as announced in `expires_in`, in seconds: 7 days (section 1.1).
    pub token_seconds: i64,
    /// Seconds after which a token is refused whatever was announced.
    pub token_dies_after: Option<i64>,
    /// Status of a creation: 200 with `entityId`, or 201 with `Location` and an echo (section 3.4).
    pub create_status: u16,
    /// The final PATCH names another id than the path does, as the page's example (section 3.5).
    pub other_entity_id: bool,
    /// Rows of a search leave out the data centres and dates that the detailed status has.
    pub short_rows: bool,
    /// Replies spell the two statuses as the search filter misspells them (section 4).
    pub misspelt_replies: bool,
    /// Shape of error bodies.
    pub error_bodies: ErrorBodies,
    /// How long a new upload takes to its end, in milliseconds of the world's time.
    pub upload_ms: i64,
}

impl Default for Switches {
    fn default() -> Self {
        Self {
            token_seconds: 604_800,
            token_dies_after: None,
            create_status: 200,
            other_entity_id: false,
            short_rows: false,
            misspelt_replies: false,
            error_bodies: ErrorBodies::Json,
            upload_ms: 120 * SECOND,
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
                "token_seconds" => next.token_seconds = number()?,
                "token_dies_after" if value.is_null() => next.token_dies_after = None,
                "token_dies_after" => next.token_dies_after = Some(number()?),
                "create_status" => {
                    next.create_status = match number()? {
                        200 => 200,
                        201 => 201,
                        _ => return Err(wrong()),
                    }
                }
                "other_entity_id" => next.other_entity_id = switch()?,
                "short_rows" => next.short_rows = switch()?,
                "misspelt_replies" => next.misspelt_replies = switch()?,
                "error_bodies" => {
                    next.error_bodies = match value.as_str() {
                        Some("json") => ErrorBodies::Json,
                        Some("empty") => ErrorBodies::Empty,
                        Some("html") => ErrorBodies::Html,
                        _ => return Err(wrong()),
                    }
                }
                "upload_ms" => next.upload_ms = number()?,
                _ => return Err(Refused(format!("\"{key}\" is not a switch"))),
            }
        }
        *self = next;
        Ok(())
    }

    /// As they stand.
    pub fn to_json(&self) -> Value {
        let bodies = match self.error_bodies {
            ErrorBodies::Json => "json",
            ErrorBodies::Empty => "empty",
            ErrorBodies::Html => "html",
        };
        json!({
            "token_seconds": self.token_seconds, "token_dies_after": self.token_dies_after,
            "create_status": self.create_status, "other_entity_id": self.other_entity_id,
            "short_rows": self.short_rows, "misspelt_replies": self.misspelt_replies,
            "error_bodies": bodies, "upload_ms": self.upload_ms,
        })
    }
}
