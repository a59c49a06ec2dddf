//! The uploads a world starts with: those of the document, one for every course, every end and
//! every fault, then several hundred ended ones. The same seed gives the same world.

mod bulk;
mod courses;
mod ended;
mod known;
mod wild;

use serde_json::Value;

use super::Marketplace;
use crate::time::{self, SECOND};
use crate::world::Seed;

/// How long the seeded courses take.
const COURSE_MS: i64 = 600 * SECOND;

/// Fills an empty world.
pub fn fill(marketplace: &mut Marketplace, seed: &Seed, now: i64) {
    let mut ended = bulk::uploads(seed.seed);
    ended.extend(known::ended());
    ended.extend(ended::uploads());
    if seed.wild {
        ended.extend(wild::uploads());
    }
    for upload in ended {
        put(marketplace, upload);
    }
    known::start(marketplace, now);
    let usual = marketplace.switches.upload_ms;
    marketplace.switches.upload_ms = COURSE_MS;
    for upload in courses::uploads() {
        // What is seeded is an object: it cannot be refused.
        let _ = marketplace.start_upload(upload);
    }
    marketplace.switches.upload_ms = usual;
}

fn put(marketplace: &mut Marketplace, upload: Value) {
    let _ = marketplace.put_upload(upload);
}

/// A data centre's row that has reached a status.
fn row(at: usize, status: &str, percent: i64, date: &str) -> Value {
    let centre = super::store::Centre { at, copy: at > 0, overwrite: false, replica: at > 0 };
    centre.row(status, percent, time::parse_iso(date).unwrap_or_default())
}
