//! The foundation a world starts with: instances for every case, then several hundred more. The
//! same seed gives the same world.

mod bulk;
mod faulty;
mod known;
mod places;
mod wild;

use serde_json::{Value, json};

use super::CloudFoundry;
use super::jobs::backup_id;
use crate::time::SECOND;
use crate::world::Seed;

pub use places::places;

/// Fills an empty foundation.
pub fn fill(foundation: &mut CloudFoundry, seed: &Seed) {
    let mut all = known::instances();
    all.extend(faulty::instances());
    if seed.wild {
        all.extend(wild::instances());
    }
    all.extend(bulk::instances(seed.seed));
    for instance in all {
        // What is seeded is an object in a known place: it cannot be refused.
        let _ = foundation.put_instance(instance);
    }
    known::delete_source(foundation);
}

/// Daily backups at 01:00 before 5 March 2024, in no good order.
fn backups(count: i64) -> Value {
    const LAST: i64 = 1_709_514_000;
    let made = (0..count).map(|number| {
        let at = LAST - (number * 7 + 3) % count * 86_400;
        json!({"id": backup_id(at * SECOND, (at.unsigned_abs() * 2_654_435_761) >> 8), "created_at": at})
    });
    made.collect()
}

/// The guid of a seeded instance by its number.
fn guid(number: u64) -> String {
    crate::rng::Rng::new(0xcf, number).uuid().to_string()
}
