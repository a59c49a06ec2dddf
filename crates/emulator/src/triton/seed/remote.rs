//! The demo account's images in the second datacenter, one for each way an import can go.

use serde_json::{Value, json};

use super::known::BASE;
use super::{fixed, image, with};
use crate::triton::accounts::JDOE;

/// The image of the documents' import example.
const MYIMAGE: &str = "7eed8e50-e452-428d-9131-bf056aa911bd";

/// The images.
pub fn images() -> Vec<Value> {
    let own = |number: u64, name: &str, fields: Value| {
        with(image(&fixed(number).to_string(), name, "1.0.0", JDOE, "2021-06-01T12:00:00Z"), fields)
    };
    vec![
        with(
            image(MYIMAGE, "myimage", "1.4.0", JDOE, "2015-02-28T10:50:42Z"),
            json!({
                "description": "A custom image used to test stuff.",
                "files": [{"compression": "gzip", "sha1": "3bebb6ae2cdb26eef20cfb30fdc4a00a059a0b7b", "size": 110_742_036}],
            }),
        ),
        own(60, "eu-app-base", json!({"origin": BASE})),
        own(61, "eu-app", json!({"origin": fixed(60).to_string(), "tags": {"team": "eu"}})),
        own(62, "eu-frozen-base", json!({"state": "disabled"})),
        own(63, "eu-on-frozen-base", json!({"origin": fixed(62).to_string()})),
        own(64, "eu-orphan", json!({"origin": fixed(65).to_string()})),
        own(
            66,
            "import-takes-180s",
            json!({"description": "Cut off by the front proxy, and there a minute later."}),
        ),
        own(67, "import-takes-5s", json!({"description": "The answer is held for five seconds."})),
        own(68, "import-201", json!({"description": "Answered with 201, as in the seed document."})),
    ]
}
