//! Images with one field each of a type that no document allows.

use serde_json::{Value, json};

use super::{image, with};

/// The images.
pub fn images(key: &str) -> Vec<Value> {
    let fields = [
        ("displayName", json!(404)),
        ("timeCreated", json!(1_717_200_000)),
        ("timeCreated", json!("last Tuesday")),
        ("operatingSystem", json!(["Oracle Linux"])),
        ("operatingSystemVersion", json!(8)),
        ("createImageAllowed", json!("yes")),
        ("baseImageId", json!(7)),
        ("launchMode", json!({"value": "NATIVE"})),
        ("launchOptions", json!("none")),
        (
            "launchOptions",
            json!({"firmware": 1, "bootVolumeType": ["ISCSI"], "isConsistentVolumeNamingEnabled": "true"}),
        ),
        ("agentFeatures", json!([true, false])),
        ("listingType", json!(false)),
        ("sizeInMBs", json!("47694")),
        ("sizeInMBs", json!(4.5)),
        ("billableSizeInGBs", json!({})),
        ("freeformTags", json!([["team", "web"]])),
        ("freeformTags", json!({"team": {"deep": 1}})),
        ("definedTags", json!("none")),
        ("lifecycleState", json!(1)),
    ];
    let made = fields.into_iter().zip(300_u64..).map(|((field, value), number)| {
        let name = format!("wild-{field}-{number}");
        with(image(number, key, &name, "2018-08-08T08:08:08.000Z"), json!({field: value}))
    });
    made.collect()
}
