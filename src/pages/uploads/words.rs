//! The API's words and how they look; one that no document knows stays as it is, in neutral colour.

use image_console_ui::Tone;
use image_console_upstream::oracle_marketplace::{End, Status};

/// The colour of a status.
pub fn tone(word: &str) -> Tone {
    match Status::parse(word).map(Status::end) {
        Some(None) => Tone::Accent,
        Some(Some(End::Success)) => Tone::Ok,
        Some(Some(End::Failure)) => Tone::Bad,
        Some(Some(End::Gone)) => Tone::Warn,
        None => Tone::Muted,
    }
}
