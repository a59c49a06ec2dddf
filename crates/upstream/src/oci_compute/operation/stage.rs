//! What is asked about an export at present: the operation's address. It survives a reload.

use image_console_operation::Operation;
use serde_json::{Value, json};

/// What to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Stage {
    /// The work request. `seen` is whether it was ever there, which tells one that is no longer
    /// known from one that is not known yet.
    Work { id: String, seen: bool },
    /// Why the work request failed.
    Errors { id: String, status: String },
    /// What the ended work request logged, the last question; with the error that was found.
    Logs { id: String, status: String, code: Option<String>, message: Option<String> },
    /// The work requests of the image, for the one that must have been started. Needs the image's
    /// compartment, which GetImage tells when it is not known.
    Looking {
        compartment: Option<String>,
        /// For the page after this cursor, with what the pages before it had.
        page: Option<String>,
        found: Vec<String>,
        /// The service has taken the export up, only not said under which id.
        accepted: bool,
    },
    /// The image alone, because no work request is known.
    Image {
        /// There was one that is no longer known.
        vanished: bool,
        /// The service has taken the export up.
        accepted: bool,
    },
}

impl Stage {
    /// Looks for the work request of an export whose answer was lost.
    pub(super) fn looking(compartment: Option<&str>) -> Self {
        let compartment = compartment.map(str::to_owned);
        Self::Looking { compartment, page: None, found: Vec::new(), accepted: false }
    }

    /// The stage in an operation's address; looking, when there is none (a repeated operation).
    pub(super) fn of(operation: &Operation) -> Self {
        let a = &operation.address;
        let text = |name: &str| a.get(name).and_then(Value::as_str).map(str::to_owned);
        let flag = |name: &str| a.get(name).and_then(Value::as_bool).unwrap_or(false);
        let id = text("workRequest").unwrap_or_default();
        let status = text("status").unwrap_or_default();
        match a.get("ask").and_then(Value::as_str) {
            Some("work") => Self::Work { id, seen: flag("seen") },
            Some("errors") => Self::Errors { id, status },
            Some("logs") => Self::Logs { id, status, code: text("code"), message: text("message") },
            Some("image") => Self::Image { vanished: flag("vanished"), accepted: flag("accepted") },
            _ => {
                let found = a.get("found").and_then(Value::as_array).into_iter().flatten();
                let found = found.filter_map(|v| v.as_str().map(str::to_owned)).collect();
                let (compartment, page) = (text("compartment"), text("page"));
                Self::Looking { compartment, page, found, accepted: flag("accepted") }
            }
        }
    }

    /// The stored form.
    pub(super) fn address(&self) -> Value {
        match self {
            Self::Work { id, seen } => json!({ "ask": "work", "workRequest": id, "seen": seen }),
            Self::Errors { id, status } => json!({ "ask": "errors", "workRequest": id, "status": status }),
            Self::Logs { id, status, code, message } => {
                json!({ "ask": "logs", "workRequest": id, "status": status, "code": code, "message": message })
            }
            Self::Looking { compartment, page, found, accepted } => {
                json!({ "ask": "looking", "compartment": compartment, "page": page, "found": found, "accepted": accepted })
            }
            Self::Image { vanished, accepted } => {
                json!({ "ask": "image", "vanished": vanished, "accepted": accepted })
            }
        }
    }
}
