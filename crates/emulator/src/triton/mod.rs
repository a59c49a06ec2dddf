//! Triton CloudAPI (`triton-cloudapi.md`; section numbers in this folder are that document's).
//! Depends on the wire types, the clock arithmetic and the random numbers only.
//!
//! `handle` is the order of checks of the real server; each step has a file of its own.

mod account_calls;
mod accounts;
mod auth;
mod cors;
mod datacenters;
mod handle;
mod images;
mod jobs;
mod machines;
mod negotiate;
mod params;
mod problem;
mod route;
mod seed;
mod seeding;
mod sentinel;
mod store;
mod switches;
mod throttle;

use crate::rng::Rng;
use crate::world::Seed;

use accounts::Accounts;
use datacenters::Datacenter;
use jobs::Jobs;
pub use switches::Switches;
use throttle::Throttle;

/// Both datacenters and all that they share.
#[derive(Debug)]
pub struct Triton {
    accounts: Accounts,
    datacenters: Vec<Datacenter>,
    jobs: Jobs,
    /// Manifests and image files that exports have written, by path.
    exported: std::collections::BTreeSet<String>,
    switches: Switches,
    throttle: Throttle,
    rng: Rng,
}

impl Triton {
    /// Grows both datacenters from the seed.
    pub fn new(seed: &Seed, now: i64) -> Self {
        let accounts = Accounts::seeded();
        let mut jobs = Jobs::default();
        let datacenters = seed::datacenters(seed, &accounts, &mut jobs, now);
        Self {
            accounts,
            datacenters,
            jobs,
            exported: Default::default(),
            switches: Switches::default(),
            throttle: Throttle::default(),
            rng: Rng::new(seed.seed, 0x7),
        }
    }
}
