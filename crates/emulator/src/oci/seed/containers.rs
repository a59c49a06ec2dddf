//! Container images: in use, on their way out, and deleted at various times before the world began.

use serde_json::{Value, json};

use super::{repositories, samples};
use crate::oci::accounts::{self, NAMESPACE};
use crate::oci::artifacts::{display_name, mark_deleted};
use crate::oci::jobs::{Job, Jobs};
use crate::oci::ocid::{self, etag};
use crate::oci::store::{Region, Resource};
use crate::rng::Rng;
use crate::time::{self, DAY, SECOND};

const MINUTE: i64 = 60 * SECOND;
const HOUR: i64 = 60 * MINUTE;

/// Repository, version (empty: none), minutes since its deletion.
const DELETED: [(&str, &str, i64); 9] = [
    ("shop/api", "0.0.1", 60),
    ("shop/api", "1.3.0", 20 * 60),
    ("shop/web", "2.0.0", 48 * 60 - 10),
    ("shop/web", "1.9.9", 48 * 60 - 2),
    ("shop/web", "", 5 * 60),
    ("shop/locked", "1.0.0", 3 * 60),
    ("gone/service", "7.1.0", 10 * 60),
    ("tools/runner", "0.9.0", 30 * 60),
    ("base", "2023.12", 47 * 60),
];

/// Versions of the second region that are sentinels, all deleted an hour ago.
const FAULTS: [&str; 7] = [
    "fault-400",
    "fault-404",
    "fault-409-conflict",
    "fault-412",
    "fault-503-once",
    "fault-drop-after",
    "fault-html",
];

/// Puts the container images into a region.
pub fn fill(region: &mut Region, at: usize, wild: bool, rng: &mut Rng, now: i64) {
    for (repository, first, count) in [
        ("shop/api", 1, 12),
        ("shop/web", 2, 8),
        ("shop/locked", 1, 3),
        ("tools/runner", 0, 6),
        ("finance/ledger", 4, 4),
        ("base", 2024, 5),
    ] {
        for minor in 0..count {
            let created = now - (count - minor) * 9 * DAY - 3 * HOUR;
            let mut image = image(region.key, repository, &format!("{first}.{minor}.0"), created, rng);
            if minor % 3 == 1 {
                ["freeformTags", "definedTags", "systemTags"].iter().for_each(|name| {
                    image.fields.remove(*name);
                });
            }
            region.containers.put(image);
        }
    }
    let untagged = image(region.key, "shop/api", "", now - 40 * DAY, rng);
    region.containers.put(untagged);
    let mut leaving = image(region.key, "shop/api", "1.0.0-rc1", now - 90 * DAY, rng);
    leaving.set("lifecycleState", "DELETING");
    region.containers.put(leaving);
    let mut strange = image(region.key, "shop/web", "1.0.0-beta", now - 91 * DAY, rng);
    strange.set("lifecycleState", "QUARANTINED");
    region.containers.put(strange);
    for (number, (repository, version, minutes)) in DELETED.into_iter().enumerate() {
        let image = image(region.key, repository, version, now - 60 * DAY, rng);
        region.containers.put(deleted(image, number, now - minutes * MINUTE));
    }
    if at == 1 {
        for (number, version) in FAULTS.into_iter().enumerate() {
            let image = image(region.key, "shop/faults", version, now - 30 * DAY, rng);
            region.containers.put(deleted(image, 100 + number, now - HOUR));
        }
    } else {
        sample(region, rng, now);
    }
    if wild {
        wild_ones(region, rng, now);
    }
}

/// The one that is `DELETING` is deleted after ten minutes.
pub fn start_jobs(region: &Region, at: usize, jobs: &mut Jobs, now: i64) {
    for image in region.containers.iter().filter(|image| image.is("DELETING")) {
        jobs.at(now + 10 * MINUTE, Job::ContainerDeleted { region: at, id: image.id.clone() });
    }
}

fn deleted(mut image: Resource, number: usize, at: i64) -> Resource {
    mark_deleted(&mut image, at);
    if number % 2 == 1 {
        ["freeformTags", "definedTags", "systemTags"].iter().for_each(|name| {
            image.fields.remove(*name);
        });
    }
    image
}

fn image(key: &str, repository: &str, version: &str, created: i64, rng: &mut Rng) -> Resource {
    let place = format!("{key}.0.{NAMESPACE}");
    let id = ocid::ocid("containerimage", &place, rng);
    let (repository_id, compartment) = repositories::of(repository, key);
    let digest = digest(rng);
    let layers: Vec<Value> = (0..2 + rng.below(4))
        .map(|number| {
            let at = time::iso(created - 2000 + 10 * number as i64);
            json!({"digest": self::digest(rng), "sizeInBytes": 1000 + rng.below(80_000_000), "timeCreated": at})
        })
        .collect();
    let size: i64 = layers.iter().filter_map(|layer| layer.get("sizeInBytes")?.as_i64()).sum();
    let user = accounts::named("ola").map_or("", |user| user.ocid);
    let version = Some(version).filter(|version| !version.is_empty());
    let versions: Vec<Value> = version
        .iter()
        .map(|version| json!({"createdBy": user, "timeCreated": time::iso(created), "version": version}))
        .collect();
    let mut value = json!({
        "id": id, "compartmentId": compartment, "digest": digest, "repositoryId": repository_id,
        "displayName": display_name(repository, version, None, &digest), "repositoryName": repository,
        "lifecycleState": "AVAILABLE", "createdBy": user, "timeCreated": time::iso(created),
        "timeLastPulled": time::iso(created + 5 * DAY), "pullCount": rng.below(900), "layers": layers,
        "layersSizeInBytes": size, "manifestSizeInBytes": 528 + rng.below(3000), "versions": versions,
        "freeformTags": {"pipeline": "main"}, "definedTags": {}, "systemTags": {"orcl-cloud": {"free-tier-retained": "true"}},
    });
    if let Some(version) = version {
        value["version"] = version.into();
    }
    Resource { id, etag: etag(rng), deleted: None, fields: value.as_object().cloned().unwrap_or_default() }
}

/// The documents' own sample, deleted two hours ago.
fn sample(region: &mut Region, rng: &mut Rng, now: i64) {
    let place = format!("{}.0.{NAMESPACE}", region.key);
    let (repository, _) = repositories::of("shop/api", region.key);
    let value = samples::container_image(&ocid::fixed("containerimage", &place, 1), &repository);
    if let Some(mut image) = Resource::from_value(value, etag(rng)) {
        image.deleted = Some(now - 2 * HOUR);
        region.containers.put(image);
    }
}

fn wild_ones(region: &mut Region, rng: &mut Rng, now: i64) {
    let fields = [
        ("layers", json!("none")),
        ("layers", json!([{"digest": 1, "sizeInBytes": "big", "timeCreated": null}, 7])),
        ("layersSizeInBytes", json!("53046026")),
        ("manifestSizeInBytes", json!(1.5)),
        ("pullCount", json!({"value": 3})),
        ("versions", json!({"version": "1"})),
        ("version", json!(1.5)),
        ("timeLastPulled", json!("yesterday")),
        ("freeformTags", json!([])),
        ("systemTags", json!(7)),
        ("digest", json!(["sha256"])),
    ];
    for (number, (field, value)) in fields.into_iter().enumerate() {
        let version = format!("wild-{field}-{number}");
        let mut image = image(region.key, "shop/web", &version, now - 70 * DAY, rng);
        image.set(field, value);
        region.containers.put(image);
    }
}

fn digest(rng: &mut Rng) -> String {
    let parts: Vec<_> = (0..4).map(|_| format!("{:016x}", rng.next())).collect();
    format!("sha256:{}", parts.concat())
}
