//! Images that are right by the documents, or nearly, and hard to show.

use serde_json::{Value, json};

use super::{image, samples, with};

/// As long as a name may be.
fn long_name() -> String {
    "a-name-without-any-place-to-break-it-".chars().cycle().take(255).collect()
}

/// The images.
pub fn images(key: &str) -> Vec<Value> {
    let at = |day: u64| format!("2024-04-{day:02}T10:30:00.000Z");
    vec![
        samples::image(20, key),
        with(
            image(21, key, "negative-sizes", "1944-02-17T00:13:30.973Z"),
            json!({"sizeInMBs": -57_090_852, "billableSizeInGBs": -3}),
        ),
        with(
            image(22, key, "from-the-future", &at(2)),
            json!({
                "launchMode": "QUANTUM", "listingType": "AUCTION", "confidential": {"level": 3},
                "launchOptions": {"bootVolumeType": "TAPE", "firmware": "UEFI_128", "isEncryptionInTransitEnabled": true, "turbo": true},
            }),
        ),
        with(
            image(23, key, "Grüße aus Köln, かな漢字, العربية, 👩‍🚀", &at(3)),
            json!({"freeformTags": {"größe": "groß", "<script>": "alert(1)", "empty": ""}}),
        ),
        with(
            image(24, key, &long_name(), &at(4)),
            json!({"freeformTags": {"note": "A tag that goes on. ".repeat(30).trim()}}),
        ),
        with(image(25, key, "", &at(5)), json!({"displayName": null})),
        with(
            image(26, key, "only-what-is-required", &at(6)),
            json!({
                "baseImageId": null, "launchMode": null, "launchOptions": null, "agentFeatures": null,
                "listingType": null, "sizeInMBs": null, "billableSizeInGBs": null, "freeformTags": null,
                "definedTags": null,
            }),
        ),
    ]
}
