//! Uploads at rest: every last status, names that are faults, names that are hard to show.

use serde_json::{Value, json};

use super::row;

const DATE: &str = "2020-02-02T02:02:02.002Z";

/// Application and last status; two of them no document names.
const ENDS: [(&str, &str); 8] = [
    ("ended-completed", "Completed"),
    ("ended-failed", "Failed"),
    ("ended-rejected", "Rejected"),
    ("ended-deleted", "Deleted"),
    ("ended-deletion-failed", "Deletion Failed"),
    ("ended-misspelt", "DELECTION FAILED"),
    ("ended-archived", "Archived"),
    ("ended-empty", ""),
];

/// Faults of what is done to the upload, and of reading it.
const FAULTS: [&str; 24] = [
    "fault-400",
    "fault-401",
    "fault-403",
    "fault-404",
    "fault-500",
    "fault-503",
    "fault-hang",
    "fault-drop",
    "fault-drop-after",
    "fault-html",
    "deletion-fails",
    "fault-get-400",
    "fault-get-401",
    "fault-get-404",
    "fault-get-429",
    "fault-get-500",
    "fault-get-503",
    "fault-get-hang",
    "fault-get-drop",
    "fault-get-html",
    "fault-get-malformed",
    "fault-get-truncated",
    "fault-get-empty",
    "fault-get-wrong-types",
];

const NAMES: [&str; 5] = [
    "Übergrößenträger",
    "商城映像-图像",
    "متجر-الصور",
    "<script>alert(1)</script> & \"quotes\"",
    "a,b=c?d#e%20f+g",
];

/// The uploads.
pub fn uploads() -> Vec<Value> {
    let ends = ENDS.iter().map(|(application, status)| (application.to_string(), *status));
    let faults = FAULTS.iter().map(|application| (application.to_string(), "Completed"));
    let names = NAMES.iter().map(|application| (application.to_string(), "Completed"));
    let long =
        ["x".repeat(255), "many words ".repeat(20)].into_iter().map(|application| (application, "Completed"));
    let all = ends.chain(faults).chain(names).chain(long).zip(7_000_000_i64..);
    all.map(|((application, status), id)| {
        let percent = if status == "Completed" { 100 } else { 62 };
        json!({
            "uploadRequestId": id, "application": application, "statusName": status,
            "createdDate": DATE, "lastModifiedDate": DATE,
            "dataCenterImageUploadRequests": [row(0, status, percent, DATE), row(1, "Completed", 100, DATE)],
        })
    })
    .collect()
}
