//! Images of the second region's `shop` whose names are sentinels, for calls that carry no name of
//! their own and for trying things out by hand.

use serde_json::{Value, json};

use super::{image, with};

const NAMES: [&str; 22] = [
    "export-fails-InternalServerError",
    "export-fails-NotAuthorizedOrNotFound",
    "export-fails-ExternalServerUnreachable",
    "export-cancels",
    "export-takes-5s",
    "export-takes-300s",
    "export-without-work-request",
    "fault-400-related",
    "fault-404",
    "fault-409",
    "fault-409-conflict",
    "fault-412",
    "fault-429-once",
    "fault-429-retry-after-once",
    "fault-500-template",
    "fault-503-once",
    "fault-drop-after",
    "fault-html",
    "fault-get-500",
    "fault-get-wrong-types",
    "fault-work-404",
    "fault-work-503-once",
];

/// The images.
pub fn images(key: &str) -> Vec<Value> {
    let made = NAMES.iter().zip(1_u64..).map(|(name, number)| {
        let created = format!("2024-06-{number:02}T12:00:00.000Z");
        with(image(number, key, name, &created), json!({"freeformTags": {"purpose": "faults"}}))
    });
    made.collect()
}
