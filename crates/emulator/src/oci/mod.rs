//! Oracle Cloud Infrastructure: compute images and work requests, container images, and what the
//! pickers need of identity and object storage (`oci-compute.md`, `oci-container-registry.md`; a
//! section number in this folder is the compute document's unless the other one is named). Depends
//! on the wire types, the clock arithmetic and the random numbers only.
//!
//! `handle` is the order of checks; each step has a file of its own.

mod accounts;
mod artifacts;
mod auth;
mod body;
mod compartments;
mod executions;
mod handle;
mod images;
mod jobs;
mod ocid;
mod page;
mod place;
mod problem;
mod query;
mod retry;
mod route;
mod seed;
mod seeding;
mod sentinel;
mod storage;
mod store;
mod switches;
mod work;

use std::collections::BTreeSet;

use crate::rng::Rng;
use crate::world::Seed;

pub use accounts::{NAMESPACE, TENANCY};
pub use executions::Execution;
use jobs::Jobs;
pub use place::{Place, Service};
use retry::Retries;
pub use seeding::Kind;
use store::Region;
pub use switches::Switches;

/// The realm that both regions belong to.
pub const REALM_DOMAIN: &str = "oraclecloud.com";

/// One tenancy in two regions.
#[derive(Debug)]
pub struct Oci {
    regions: Vec<Region>,
    jobs: Jobs,
    retries: Retries,
    executions: Vec<Execution>,
    /// Texts whose `…-once` fault has been met.
    met: BTreeSet<String>,
    switches: Switches,
    rng: Rng,
}

impl Oci {
    /// Grows both regions from the seed; `now` is the world's time.
    pub fn new(seed: &Seed, now: i64) -> Self {
        let mut jobs = Jobs::default();
        let regions = seed::regions(seed, &mut jobs, now);
        Self {
            regions,
            jobs,
            retries: Retries::default(),
            executions: Vec::new(),
            met: BTreeSet::new(),
            switches: Switches::default(),
            rng: Rng::new(seed.seed, 0x0c1),
        }
    }

    /// The switches, to read and to set.
    pub fn switches(&mut self) -> &mut Switches {
        &mut self.switches
    }
}
