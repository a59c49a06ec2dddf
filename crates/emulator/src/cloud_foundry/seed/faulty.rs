//! Instances whose names are courses and faults, all of `globex/sandbox`, all with backups.

use serde_json::{Value, json};

use super::{backups, guid};

const NAMES: [&str; 66] = [
    "job-usual",
    "job-takes-5s",
    "job-takes-3600s",
    "job-takes-86400s",
    "job-fails",
    "job-fails-silently",
    "job-many-errors",
    "job-times-out",
    "job-warns",
    "job-errors-on-the-way",
    "job-purged",
    "job-purged-fails",
    "job-purged-unclear",
    "job-stalls",
    "job-goes-back",
    "job-odd-state",
    "job-ends-odd",
    "job-reopens",
    "job-loses-instance",
    "job-flaky",
    "foreign-location",
    "http-location",
    "no-location",
    "relative-location",
    "odd-location",
    "unknown-job-location",
    "cf-warns",
    "fault-job-401",
    "fault-job-404",
    "fault-job-429",
    "fault-job-500",
    "fault-job-hang",
    "fault-job-html",
    "fault-400",
    "fault-400-query",
    "fault-400-perform",
    "fault-401",
    "fault-401-none",
    "fault-403",
    "fault-403-org",
    "fault-403-space",
    "fault-404",
    "fault-404-route",
    "fault-409",
    "fault-422",
    "fault-422-broker",
    "fault-422-unique",
    "fault-422-many",
    "fault-429",
    "fault-429-broker",
    "fault-429-uaa",
    "fault-500",
    "fault-500-server",
    "fault-501",
    "fault-502",
    "fault-503",
    "fault-hang",
    "fault-drop",
    "fault-drop-after",
    "fault-html",
    "fault-get-403",
    "fault-get-500",
    "fault-get-wrong-types",
    "fault-backups-422",
    "fault-backups-500",
    "fault-backups-wrong-types",
];

/// The instances.
pub fn instances() -> Vec<Value> {
    let made = NAMES.iter().zip(1000_u64..).map(|(name, number)| {
        json!({
            "guid": guid(number), "name": name, "space": "globex/sandbox", "backups": backups(5),
            "created_at": "2024-02-02T02:02:02Z", "tags": ["fault"],
        })
    });
    made.collect()
}
