//! Oracle Cloud Marketplace, Publisher REST API (`marketplace-publisher.md`; section numbers in
//! this folder are that document's). Depends on the wire types, the clock arithmetic, the random
//! numbers and `parts` only.
//!
//! `handle` is the way of a request, `calls` has a file per operation, `course` decides how an
//! upload goes on by itself, `store` keeps uploads and stored images, `seed` is the start.

mod auth;
mod calls;
mod course;
mod handle;
mod multipart;
mod problem;
mod route;
mod seed;
mod seeding;
mod sentinel;
mod store;
mod switches;

use std::collections::BTreeMap;

use crate::parts::{Bearers, Schedule};
use crate::rng::Rng;
use crate::world::Seed;

use course::Step;
use store::{Storage, Upload};
pub use switches::{ErrorBodies, Switches};

/// The host name in the document's examples (section 1).
pub const HOST: &str = "ocm-apis.cloud.oracle.com";
/// The host name on two of its pages.
const OTHER_HOST: &str = "ocm-apis-cloud.oracle.com";

/// A publisher's machine image uploads.
#[derive(Debug)]
pub struct Marketplace {
    uploads: BTreeMap<i64, Upload>,
    storage: Storage,
    /// What becomes of the uploads by itself.
    schedule: Schedule<(i64, Step)>,
    /// Tokens, by the client they were issued to.
    tokens: Bearers<&'static str>,
    switches: Switches,
    next_id: i64,
    rng: Rng,
    /// The world's time when work was last ended.
    now: i64,
}

impl Marketplace {
    /// Grows the uploads from the seed.
    pub fn new(seed: &Seed, now: i64) -> Self {
        let mut marketplace = Self {
            uploads: BTreeMap::new(),
            storage: Storage::default(),
            schedule: Schedule::default(),
            tokens: Bearers::default(),
            switches: Switches::default(),
            next_id: 9_000_001,
            rng: Rng::new(seed.seed, 0x3a),
            now,
        };
        seed::fill(&mut marketplace, seed, now);
        marketplace.settle(now);
        marketplace
    }

    /// Whether a host name is this upstream's.
    pub fn answers_at(&self, host: &str) -> bool {
        host == HOST || host == OTHER_HOST
    }
}
