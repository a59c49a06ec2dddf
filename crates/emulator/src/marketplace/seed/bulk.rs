//! Several hundred ended uploads of a publisher's years.

use serde_json::{Value, json};

use super::row;
use crate::rng::Rng;
use crate::time::{self, SECOND};

/// How many.
const COUNT: i64 = 260;
/// From June 2016 to February 2024, evenly.
const FIRST: i64 = 1_464_739_200_000;
const LAST: i64 = 1_706_745_600_000;

const APPLICATIONS: [&str; 14] = [
    "SHOPAPI",
    "WORDPRESS",
    "DRUPAL",
    "MEDIAWIKI",
    "GITSERVER",
    "NODEJS",
    "RUBYSTACK",
    "ANALYTICS",
    "ERP_CONNECT",
    "FIREWALL",
    "LOADBALANCER",
    "MAILGATE",
    "CRM_SUITE",
    "BACKUPD",
];
const SYSTEMS: [&str; 4] = ["Linux", "OL67", "OL74", "Windows"];

/// The uploads.
pub fn uploads(seed: u64) -> Vec<Value> {
    let mut rng = Rng::new(seed, 0x3b);
    let step = (LAST - FIRST) / COUNT;
    (0..COUNT).map(|number| upload(&mut rng, 2_800_000 + number * 13_007, FIRST + step * number)).collect()
}

fn upload(rng: &mut Rng, id: i64, day: i64) -> Value {
    let created = day + rng.below(86_400_000) as i64;
    let modified = created + (60 + rng.below(7200) as i64) * SECOND;
    let date = time::iso(modified);
    let pick = |rng: &mut Rng, words: &[&'static str]| rng.pick(words).copied().unwrap_or_default();
    let application = pick(rng, &APPLICATIONS);
    let version = format!("{}.{}.{}", rng.below(9), rng.below(20), id % 1000);
    let status = match rng.below(100) {
        0..82 => "Completed",
        82..88 => "Failed",
        88..92 => "Rejected",
        92..98 => "Deleted",
        _ => "Deletion Failed",
    };
    let chunks = 1 + rng.below(400) as i64;
    let come = if status == "Failed" { chunks - rng.below(chunks as u64) as i64 } else { chunks };
    let count = if status == "Rejected" { 0 } else { 1 + rng.below(4) as usize };
    let rows = (0..count).map(|at| {
        let failed = status == "Failed" && at + 1 == count;
        let percent = if failed { rng.below(99) as i64 } else { 100 };
        let word = match status {
            "Failed" if !failed => "Completed",
            "Deletion Failed" if at > 0 => "Deleted",
            other => other,
        };
        row(at, word, percent, &date)
    });
    let rows: Vec<_> = rows.collect();
    let mut made = json!({
        "uploadRequestId": id, "application": application, "version": version,
        "operatingSystem": pick(rng, &SYSTEMS), "fileName": format!("{}-{version}.tar.gz", application.to_lowercase()),
        "statusName": status, "uploadedChunks": come, "pendingChunks": chunks - come,
        "createdBy": pick(rng, &["John Doe", "Jane Roe"]), "createdDate": time::iso(created),
        "lastModifiedBy": pick(rng, &["anonymous", "anonymous", "John Doe"]), "lastModifiedDate": date,
        "overwriteStorageFile": rng.below(5) == 0, "dataCenterImageUploadRequests": rows,
    });
    if let (true, Some(fields)) = (rng.below(3) == 0, made.as_object_mut()) {
        let mut sum = String::new();
        rng.push_sha1(&mut sum);
        sum.truncate(32);
        fields.insert("checkSum".into(), sum.into());
    }
    made
}
