//! Images of the second datacenter whose names are sentinels, for the calls that take no name:
//! clone, delete, import, and reading one image.

use serde_json::{Value, json};

use super::{fixed, image, with};
use crate::triton::accounts::{ACME, JDOE};

const OWN: [&str; 16] = [
    "fault-403",
    "fault-409",
    "fault-422-fields",
    "fault-429",
    "fault-500",
    "fault-503-maintenance",
    "fault-hang",
    "fault-drop",
    "fault-drop-after",
    "fault-html",
    "fault-malformed",
    "fault-truncated",
    "fault-wrong-types",
    "fault-get-500",
    "fault-get-hang",
    "fault-get-wrong-types",
];
const SHARED: [&str; 4] = ["clone-fault-500", "clone-fault-drop-after", "clone-takes-5s", "clone-takes-180s"];

/// The images.
pub fn images() -> Vec<Value> {
    let own = OWN.iter().map(|name| (*name, JDOE));
    let shared = SHARED.iter().map(|name| (*name, ACME));
    let made = own.chain(shared).zip(100_u64..).map(|((name, owner), number)| {
        let image = image(&fixed(number).to_string(), name, "1.0.0", owner, "2020-02-02T02:02:02Z");
        let acl = if owner == JDOE { Value::Null } else { json!([JDOE.to_string()]) };
        with(image, json!({"tags": {"purpose": "fault"}, "acl": acl}))
    });
    made.collect()
}
