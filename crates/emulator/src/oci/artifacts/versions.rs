//! The versions of a container image, and the name that follows from them (document 2, section 4.1).

use serde_json::{Value, json};

use crate::oci::store::Resource;
use crate::time;

/// What a name is made of: `repo:version`, or for an image without a version
/// `repo:lastversion@digest`.
pub fn display_name(repository: &str, version: Option<&str>, last: Option<&str>, digest: &str) -> String {
    match version {
        Some(version) => format!("{repository}:{version}"),
        None => format!("{repository}:{}@{digest}", last.unwrap_or("unknown")),
    }
}

/// The version that an image has, or had last, as its name tells.
fn last_version(image: &Resource) -> Option<String> {
    let rest = image.text("displayName").strip_prefix(image.text("repositoryName"))?.strip_prefix(':')?;
    let last = rest.split('@').next().unwrap_or_default();
    (last != "unknown" && !last.is_empty()).then(|| last.to_owned())
}

/// Deletes an image: its versions go, what it is stays.
pub fn mark_deleted(image: &mut Resource, at: i64) {
    let last = last_version(image);
    image.set("lifecycleState", "DELETED");
    image.set("versions", json!([]));
    image.deleted = Some(at);
    name_after_versions(image, last.as_deref());
}

/// Adds a version, newest first.
pub fn add(image: &mut Resource, version: &str, user: &str, now: i64) {
    let mut versions = vec![json!({"createdBy": user, "timeCreated": time::iso(now), "version": version})];
    versions.extend(of(image).into_iter().filter(|entry| name_of(entry) != version));
    image.set("versions", versions);
    name_after_versions(image, None);
}

/// Takes a version away; whether it was there.
pub fn remove(image: &mut Resource, version: &str) -> bool {
    let (gone, rest): (Vec<_>, Vec<_>) = of(image).into_iter().partition(|entry| name_of(entry) == version);
    image.set("versions", rest);
    name_after_versions(image, Some(version));
    !gone.is_empty()
}

/// Whether an image has a version.
pub fn has(image: &Resource, version: &str) -> bool {
    of(image).iter().any(|entry| name_of(entry) == version)
}

fn of(image: &Resource) -> Vec<Value> {
    image.fields.get("versions").and_then(Value::as_array).cloned().unwrap_or_default()
}

fn name_of(entry: &Value) -> &str {
    entry.get("version").and_then(Value::as_str).unwrap_or_default()
}

fn name_after_versions(image: &mut Resource, last: Option<&str>) {
    let versions = of(image);
    let version = versions.first().map(name_of);
    let name = display_name(image.text("repositoryName"), version, last, image.text("digest"));
    match version {
        Some(version) => image.set("version", version),
        None => {
            image.fields.remove("version");
        }
    }
    image.set("displayName", name);
}
