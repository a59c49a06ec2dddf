//! The demo account's images in the first datacenter: every state, every error, every oddity.

use serde_json::{Map, Value, json};

use super::known::{BASE, MINIMAL};
use super::{fixed, image, with};
use crate::time::SECOND;
use crate::triton::accounts::{ACME, JDOE};
use crate::triton::jobs::{Jobs, WORKFLOW_LIMIT};
use crate::triton::store::Images;

/// The image that cannot be deleted, in the documents' example, and the one that depends on it.
const PARENT: &str = "eca995fe-b904-11e3-b05a-83a4899322dc";
const CHILD: &str = "4ca995fe-b904-11e3-b05a-83a4899322dc";
/// Fixed ids of the images that are being created.
const CREATING: [u64; 2] = [40, 41];

/// The images.
pub fn images() -> Vec<Value> {
    let mut all = chain();
    all.extend(failed());
    all.extend(unfinished());
    all.extend(odd());
    all
}

fn chain() -> Vec<Value> {
    let parent = image(PARENT, "some-image", "1.0.0", JDOE, "2013-11-25T17:44:54Z");
    vec![
        with(parent, json!({"public": true, "files": null})),
        with(image(CHILD, "some-image", "1.1.0", JDOE, "2014-01-17T08:03:12Z"), json!({"origin": PARENT})),
        with(
            image(&fixed(30).to_string(), "billing-api-base", "5.0.0", JDOE, "2023-02-01T10:00:00Z"),
            json!({"origin": fixed(MINIMAL).to_string(), "tags": {"team": "billing"}}),
        ),
        with(
            image(&fixed(31).to_string(), "billing-api", "5.3.2", JDOE, "2023-08-14T15:21:09.004Z"),
            json!({"origin": fixed(30).to_string(), "tags": {"team": "billing"}, "acl": [ACME.to_string()]}),
        ),
    ]
}

fn placeholder(id: &str, name: &str, version: &str, state: &str, fields: Value) -> Value {
    let bare = json!({"os": null, "type": null, "files": null, "published_at": null, "state": state});
    let image = with(image(id, name, version, JDOE, ""), bare);
    with(image.as_object().cloned().unwrap_or_default(), fields)
}

fn failed() -> Vec<Value> {
    let failure = |id: &str, name: &str, code: &str, message: &str| {
        placeholder(id, name, "1.2.3", "failed", json!({"error": {"code": code, "message": message}}))
    };
    vec![
        failure(
            "62306cd7-7b8a-c5dd-d44e-8491c83b9974",
            "base-app",
            "VmHasNoOrigin",
            "cannot create an incremental image: vm \"593c760c-24e1-437f-d92c-a3901105f047\" has no origin",
        ),
        failure(
            &fixed(35).to_string(),
            "reporting",
            "PrepareImageDidNotRun",
            "prepare-image script did not run for vm \"7b315468-c6be-46dc-b99b-9c1f59224693\": the guest tools are too old, or it did not boot within 5 minutes",
        ),
        failure(
            &fixed(36).to_string(),
            "search-index",
            "NotSupported",
            "cannot create an image from vm \"0a3d4e4b-6a6d-4a9e-8f51-3f5c0a3f1f0e\": it was itself made from a custom image",
        ),
        failure(
            &fixed(37).to_string(),
            "mail-relay",
            "InternalError",
            "an unexpected error occurred (Contact support for assistance.)",
        ),
    ]
}

fn unfinished() -> Vec<Value> {
    let [first, second] = CREATING.map(|number| fixed(number).to_string());
    vec![
        placeholder(&first, "nightly-build", "2024.06.30", "creating", json!({"tags": {"team": "build"}})),
        placeholder(&second, "stuck-build", "0.9.0", "creating", json!({})),
        with(
            image(&fixed(42).to_string(), "retired-app", "3.1.4", JDOE, "2019-03-14T15:09:26Z"),
            json!({"state": "disabled"}),
        ),
        with(
            image(&fixed(43).to_string(), "uploaded-appliance", "0.1.0", JDOE, ""),
            json!({"state": "unactivated", "published_at": null}),
        ),
    ]
}

fn odd() -> Vec<Value> {
    vec![
        with(
            image(&fixed(50).to_string(), "held-back", "1.0.0", JDOE, "2024-04-01T00:00:00Z"),
            json!({"state": "quarantined", "description": "In a state that no document names."}),
        ),
        with(
            image(&fixed(51).to_string(), "from-the-future", "9.0.0", JDOE, "2024-05-01T00:00:00Z"),
            json!({
                "traits": {"ssd": true, "generations": [7, 8]}, "disk_driver": "virtio", "nic_driver": "virtio",
                "billing_tags": ["gold"], "inherited_directories": null, "cpu_type": "host", "os": "plan9",
            }),
        ),
        with(
            image(&fixed(52).to_string(), "international", "1.0.0", JDOE, "2024-05-02T00:00:00Z"),
            json!({
                "description": "Grüße aus Köln, かな漢字, العربية, עברית, 👩‍🚀🇪🇺; <b>not bold</b> & \"quoted\"\nin two lines",
                "tags": {"größe": "groß", "emoji": "🛰️", "<script>": "alert(1)", "empty": "", "nested": {"a": [1, null]}},
            }),
        ),
        with(
            image(
                &fixed(53).to_string(),
                "long-winded",
                "1.0.0-rc.1+build.20240503.abcdef0123456789",
                JDOE,
                "2024-05-03T00:00:00Z",
            ),
            json!({
                "description": "A description that goes on. ".repeat(180).trim(),
                "homepage": format!("https://wiki.example.com/{}", "deep/".repeat(60)),
            }),
        ),
        with(
            image(
                &fixed(54).to_string(),
                &"a-name-without-any-place-to-break-it".repeat(12),
                "1",
                JDOE,
                "2024-05-04T00:00:00Z",
            ),
            json!({"files": [{"compression": "none", "sha1": "da39a3ee5e6b4b0d3255bfef95601890afd80709", "size": 0}]}),
        ),
        with(
            image(&fixed(55).to_string(), "own-docker-layer", "a1b2c3d4e5f6", JDOE, "2023-07-07T07:07:07Z"),
            json!({"type": "docker", "os": "linux", "tags": {}}),
        ),
        with(
            image(&fixed(56).to_string(), "kept-in-parts", "0.0.1", JDOE, "2012-06-01T00:00:00Z"),
            json!({"origin": BASE, "files": [
                {"compression": "gzip", "sha1": "2fd4e1c67a2d28fced849ee1bb76e7391b93eb12", "size": 1000},
                {"compression": "gzip", "sha1": "de9f2c7fd25e1b3afad3e85a0bd17d9b100db4b3", "size": 2000},
            ]}),
        ),
    ]
}

/// The two creations that are running when the world begins: one ends well after ten minutes, the
/// other runs into the workflow's limit.
pub fn start_jobs(images: &Images, datacenter: usize, jobs: &mut Jobs, now: i64) {
    let made = now - 40 * SECOND;
    let [first, second] = CREATING.map(fixed);
    let files = json!([{"compression": "gzip", "sha1": "9e0b6f0b2a3c44d1d7b6c4a0e6f3a5d0c8b1e2f7", "size": 48_211_904}]);
    let fields: Map<String, Value> = [
        ("os", json!("smartos")),
        ("type", json!("zone-dataset")),
        ("origin", json!(fixed(MINIMAL).to_string())),
        ("files", files),
    ]
    .into_iter()
    .map(|(name, value)| (name.to_owned(), value))
    .collect();
    if images.get(first).is_some() {
        jobs.create(datacenter, first, made, now + 600 * SECOND, Ok(fields));
    }
    if images.get(second).is_some() {
        let message = "an unexpected error occurred (Contact support for assistance.)".to_owned();
        jobs.create(datacenter, second, made, made + WORKFLOW_LIMIT, Err(("InternalError", message)));
    }
}
