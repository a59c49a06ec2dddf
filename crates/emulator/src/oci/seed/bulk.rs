//! Generated compute images.

use serde_json::{Value, json};

use super::{image, launch_options, with};
use crate::oci::compartments;
use crate::oci::ocid;
use crate::rng::Rng;
use crate::time;

/// From January 2019 to June 2024, evenly.
const FIRST: i64 = 1_546_300_800_000;
const LAST: i64 = 1_717_200_000_000;

const SYSTEMS: [(&str, &str, &str); 6] = [
    ("Oracle Linux", "8", "ol8"),
    ("Oracle Linux", "9", "ol9"),
    ("Canonical Ubuntu", "22.04", "ubuntu-22"),
    ("Canonical Ubuntu", "24.04", "ubuntu-24-aarch64"),
    ("Windows", "Server 2019 Standard", "win2019"),
    ("Rocky Linux", "9.3", "rocky9"),
];
const ROLES: [&str; 10] =
    ["web", "db", "cache", "queue", "search", "mail", "batch", "gateway", "monitor", "bastion"];
const TEAMS: [&str; 5] = ["web", "data", "platform", "security", "mobile"];

/// So many images of a compartment, oldest first.
pub fn images(compartment: &str, count: usize, key: &str, rng: &mut Rng) -> Vec<Value> {
    let compartment = compartments::ocid_of(compartment);
    let step = (LAST - FIRST) / (count as i64).max(1);
    let mut made = Vec::with_capacity(count);
    for number in 0..count {
        let at = FIRST + step * number as i64 + rng.below(step.max(1) as u64) as i64;
        let created = time::iso(at);
        let (system, version, stem) = rng.pick(&SYSTEMS).copied().unwrap_or(("Custom", "Custom", "custom"));
        let role = rng.pick(&ROLES).copied().unwrap_or_default();
        let name = format!("{stem}-{role}-{}-{number:04}", created.get(..7).unwrap_or_default());
        let size = 10_240 + 1024 * rng.below(90) as i64;
        let (firmware, mode) =
            if rng.below(4) == 0 { ("BIOS", "EMULATED") } else { ("UEFI_64", "PARAVIRTUALIZED") };
        let device = if mode == "EMULATED" { "ISCSI" } else { "PARAVIRTUALIZED" };
        let state = if rng.below(25) == 0 { "DISABLED" } else { "AVAILABLE" };
        let tags = match rng.pick(&TEAMS) {
            Some(team) if rng.below(3) > 0 => json!({"team": team, "role": role}),
            _ => json!({}),
        };
        made.push(with(
            image(0, key, &name, &created),
            json!({
                "id": ocid::ocid("image", key, rng), "compartmentId": compartment, "operatingSystem": system,
                "operatingSystemVersion": version, "launchMode": mode, "sizeInMBs": size,
                "launchOptions": launch_options(firmware, device), "billableSizeInGBs": size / 8192 + 1,
                "lifecycleState": state, "freeformTags": tags,
            }),
        ));
    }
    made
}
