//! Container repositories and buckets.

use serde_json::{Value, json};

use crate::oci::accounts::{self, NAMESPACE};
use crate::oci::compartments;
use crate::oci::ocid::{self, etag};
use crate::oci::store::{Region, Resource};
use crate::rng::Rng;

/// Name, compartment, immutable, public, state.
const REPOSITORIES: [(&str, &str, bool, bool, &str); 8] = [
    ("shop/api", "shop", false, false, "AVAILABLE"),
    ("shop/web", "shop", false, true, "AVAILABLE"),
    ("shop/locked", "shop", true, false, "AVAILABLE"),
    ("gone/service", "shop", false, false, "DELETED"),
    ("tools/runner", "build", false, false, "AVAILABLE"),
    ("finance/ledger", "finance", true, false, "AVAILABLE"),
    ("base", "", false, true, "AVAILABLE"),
    ("shop/faults", "shop", false, false, "AVAILABLE"),
];

/// OCID and compartment of a repository by name.
pub fn of(name: &str, key: &str) -> (String, String) {
    let at = REPOSITORIES.iter().position(|known| known.0 == name).unwrap_or_default();
    let compartment = REPOSITORIES.get(at).map_or("", |known| known.1);
    let place = format!("{key}.0.{NAMESPACE}");
    (ocid::fixed("containerrepo", &place, at as u64), compartments::ocid_of(compartment))
}

/// Puts the repositories into a region.
pub fn fill(region: &mut Region, rng: &mut Rng) {
    let creator = accounts::named("ola").map(|user| user.ocid);
    for (name, _, immutable, public, state) in REPOSITORIES {
        let (id, compartment) = of(name, region.key);
        let value = json!({
            "id": id, "compartmentId": compartment, "displayName": name, "namespace": NAMESPACE,
            "isPublic": public, "isImmutable": immutable, "lifecycleState": state,
            "timeCreated": "2021-11-02T13:20:00.417Z", "timeLastPushed": "2024-06-12T08:00:10.900Z",
            "createdBy": creator, "readme": {"content": format!("# {name}\n"), "format": "TEXT_MARKDOWN"},
            "freeformTags": {}, "definedTags": {}, "systemTags": {},
        });
        Resource::from_value(value, etag(rng)).into_iter().for_each(|one| region.repositories.put(one));
    }
}

/// The buckets of a region.
pub fn buckets(region: &str, at: usize) -> Vec<Value> {
    let names = [
        ("image-exports", "shop"),
        ("backups", "shop"),
        ("archive-2023", "shop"),
        ("build-artifacts", "build"),
        ("ledger-exports", "finance"),
        ("shared", ""),
    ];
    let creator = accounts::named("ola").map(|user| user.ocid);
    let bucket = |(number, (name, compartment)): (usize, &(&str, &str))| {
        json!({
            "namespace": NAMESPACE, "name": name, "compartmentId": compartments::ocid_of(compartment),
            "createdBy": creator, "timeCreated": format!("2020-0{}-14T06:00:00.000Z", number + 1),
            "etag": format!("{region}-{number}"), "freeformTags": {}, "definedTags": {},
        })
    };
    let count = if at == 0 { names.len() } else { names.len() - 1 };
    names.iter().take(count).enumerate().map(bucket).collect()
}
