//! Images of the first region's `shop` that tests and visitors go by, one in each state.

use serde_json::{Value, json};

use super::{image, launch_options, with};
use crate::oci::compartments;
use crate::oci::jobs::{Job, Jobs};
use crate::oci::ocid;
use crate::oci::sentinel::Ending;
use crate::oci::store::Region;
use crate::oci::work::WorkRequest;
use crate::time::SECOND;

/// Numbers of the images whose work is running when the world begins.
const EXPORTING: u64 = 4;
const IMPORTING: u64 = 3;

/// The images.
pub fn images(key: &str) -> Vec<Value> {
    let at = |day: u64| format!("2024-05-{day:02}T09:15:00.000Z");
    let in_state = |number: u64, name: &str, state: &str| {
        with(image(number, key, name, &at(number)), json!({"lifecycleState": state}))
    };
    vec![
        with(
            image(1, key, "ol8-web-2024-03", "2024-03-01T08:12:44.331Z"),
            json!({"freeformTags": {"team": "web"}, "definedTags": {"Operations": {"CostCenter": "42", "Critical": true}}}),
        ),
        in_state(2, "capture-of-web-7", "PROVISIONING"),
        in_state(IMPORTING, "appliance-upload", "IMPORTING"),
        in_state(EXPORTING, "nightly-export", "EXPORTING"),
        in_state(5, "withdrawn-by-policy", "DISABLED"),
        in_state(6, "deleted-last-week", "DELETED"),
        in_state(7, "held-back", "QUARANTINED"),
        with(
            image(8, key, "windows-2022-erp", &at(8)),
            json!({
                "operatingSystem": "Windows", "operatingSystemVersion": "Server 2022 Standard",
                "launchMode": "NATIVE", "launchOptions": launch_options("UEFI_64", "VFIO"),
                "sizeInMBs": 262_144, "billableSizeInGBs": 41,
            }),
        ),
        with(
            image(9, key, "legacy-emulated", &at(9)),
            json!({
                "operatingSystem": "CentOS", "operatingSystemVersion": "7", "createImageAllowed": false,
                "launchMode": "EMULATED", "launchOptions": launch_options("BIOS", "E1000"),
                "agentFeatures": {"isMonitoringSupported": false, "isManagementSupported": false},
            }),
        ),
        with(image(10, key, "community-offer", &at(10)), json!({"listingType": "COMMUNITY"})),
        with(
            image(11, key, "ubuntu-22-aarch64-build", &at(11)),
            json!({"operatingSystem": "Canonical Ubuntu", "operatingSystemVersion": "22.04", "launchMode": "CUSTOM"}),
        ),
    ]
}

/// The export and the import that are running when the world begins; both end after ten minutes.
pub fn start_jobs(region: &mut Region, at: usize, jobs: &mut Jobs, now: i64) {
    let running = [(EXPORTING, "ExportImage", "EXPORTING"), (IMPORTING, "CreateImage", "IMPORTING")];
    for (number, operation, state) in running {
        let id = ocid::fixed("image", region.key, number);
        if at != 0 || region.images.get(&id).is_none_or(|image| !image.is(state)) {
            continue;
        }
        let ends = now + 600 * SECOND;
        region.work.push(WorkRequest {
            id: ocid::fixed("coreservicesworkrequest", region.key, number),
            compartment: compartments::ocid_of("shop"),
            resource: id.clone(),
            operation,
            accepted: now - 60 * SECOND,
            ends,
            ending: Ending::Succeeds,
            texts: Vec::new(),
        });
        jobs.at(ends, Job::Image { region: at, id, from: state, to: "AVAILABLE" });
    }
}
