//! The API's words and how they look. A word that is not known here stays neutral.

use image_console_operation::{Operation, Status};
use image_console_ui::Tone;

/// The colour of an image's state.
pub fn image_state_tone(word: &str) -> Tone {
    match word {
        "active" | "AVAILABLE" => Tone::Ok,
        "creating" | "PROVISIONING" | "IMPORTING" | "EXPORTING" | "DELETING" => Tone::Accent,
        "failed" => Tone::Bad,
        "DELETED" => Tone::Warn,
        _ => Tone::Muted,
    }
}

/// The colour of an operation and the word for how it stands: the API's own while it runs.
pub fn operation_status(operation: &Operation) -> (Tone, String) {
    match &operation.status {
        Status::Submitting => (Tone::Accent, "submitting".to_owned()),
        Status::Running { state, progress } => {
            let word = if state.is_empty() { "running".to_owned() } else { state.clone() };
            let far = progress.as_ref().map(|p| match p.total {
                Some(100) if p.unit == "%" => format!(" · {} %", p.done),
                Some(total) => format!(" · {} of {total} {}", p.done, p.unit),
                None => format!(" · {} {}", p.done, p.unit),
            });
            (Tone::Accent, word + &far.unwrap_or_default())
        }
        Status::Succeeded => (Tone::Ok, "succeeded".to_owned()),
        Status::Failed => (Tone::Bad, "failed".to_owned()),
        Status::Unknown { .. } => (Tone::Warn, "unknown".to_owned()),
    }
}
