//! The API's words and how they look. A word that is not known here stays neutral.

use image_console_ui::Tone;
use image_console_upstream::cloud_foundry::model::{LastOperation, Named};

/// The colour of an operation's state (cloud-foundry-v3.md §3.3).
pub fn tone(operation: &LastOperation) -> Tone {
    match operation.state.text() {
        Some("succeeded") => Tone::Ok,
        Some("failed") => Tone::Bad,
        Some("initial" | "in progress") => Tone::Accent,
        _ => Tone::Muted,
    }
}

/// A name; the guid where the answer does not say it.
pub fn named(named: Option<&Named>) -> Option<&str> {
    named.map(|named| named.name.as_deref().unwrap_or(&named.guid))
}
