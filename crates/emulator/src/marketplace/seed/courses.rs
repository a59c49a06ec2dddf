//! Running uploads: one for every course, some that take long, some that cannot be read well.

use serde_json::{Value, json};

/// Applications whose names are courses (`course/mod.rs`).
const COURSES: [&str; 18] = [
    "course-usual",
    "course-stalls",
    "course-stalls-in-scan",
    "course-goes-back",
    "course-rescans",
    "course-vanishes",
    "course-fails",
    "course-part-fails",
    "course-rejected",
    "course-odd-status",
    "course-ends-odd",
    "course-odd-progress",
    "course-reopens",
    "course-late-centres",
    "course-no-centres",
    "course-loses-centre",
    "course-merge-fails",
    "course-flaky",
];

/// Long ones, so that something runs whenever the demo is looked at.
const LONG: [&str; 5] = [
    "nightly-takes-1800s",
    "media-takes-7200s",
    "archive-takes-28800s",
    "mirror-takes-86400s",
    "huge-takes-604800s",
];

/// The uploads, chunks coming in first.
pub fn uploads() -> Vec<Value> {
    let made = COURSES.iter().chain(&LONG).zip(8_100_000_i64..).map(|(application, id)| {
        json!({
            "uploadRequestId": id, "application": application, "version": "1.0",
            "statusName": "Initiated", "uploadedChunks": 4, "pendingChunks": 36, "createdBy": "Jane Roe",
        })
    });
    made.collect()
}
