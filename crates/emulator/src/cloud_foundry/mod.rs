//! Cloud Foundry v3 API with the service instance backups of Tanzu (`cloud-foundry-v3.md`; section
//! numbers in this folder are that document's), and its token server. Depends on the wire types,
//! the clock arithmetic, the random numbers and `parts` only.
//!
//! `handle` is the way of a request; `instances`, `backups`, `jobs` and `uaa` are areas of the API;
//! `store` is what there is, `seed` the start.

mod access;
mod backups;
mod discovery;
mod handle;
mod instances;
mod jobs;
mod page;
mod params;
mod places;
mod problem;
mod route;
mod seed;
mod seeding;
mod sentinel;
mod store;
mod switches;
mod throttle;
mod uaa;

use std::collections::BTreeMap;

use crate::parts::Schedule;
use crate::rng::Rng;
use crate::time;
use crate::world::Seed;

use jobs::{Job, Step};
use store::{Instance, Places};
pub use switches::Switches;
use throttle::Throttle;
use uaa::Uaa;

/// Host name of the Cloud Controller.
pub const API_HOST: &str = "api.sys.example.local";
/// Host name of the token server.
pub const UAA_HOST: &str = "uaa.sys.example.local";
/// Host name of its login page, which hands out tokens as well.
pub const LOGIN_HOST: &str = "login.sys.example.local";

/// One foundation.
#[derive(Debug)]
pub struct CloudFoundry {
    places: Places,
    instances: BTreeMap<String, Instance>,
    jobs: BTreeMap<String, Job>,
    /// What becomes of the jobs by itself, by guid.
    schedule: Schedule<(String, Step)>,
    uaa: Uaa,
    throttle: Throttle,
    switches: Switches,
    rng: Rng,
    /// The world's time when work was last ended.
    now: i64,
}

impl CloudFoundry {
    /// Grows the foundation from the seed.
    pub fn new(seed: &Seed, now: i64) -> Self {
        let mut foundation = Self {
            places: seed::places(),
            instances: BTreeMap::new(),
            jobs: BTreeMap::new(),
            schedule: Schedule::default(),
            uaa: Uaa::default(),
            throttle: Throttle::default(),
            switches: Switches::default(),
            rng: Rng::new(seed.seed, 0xcf),
            now,
        };
        seed::fill(&mut foundation, seed);
        foundation
    }

    /// Whether a host name is this upstream's.
    pub fn answers_at(&self, host: &str) -> bool {
        matches!(host, API_HOST | UAA_HOST | LOGIN_HOST)
    }
}

/// `2024-03-05T10:15:30Z`, as all timestamps but those of backups are (section 1).
fn stamp(ms: i64) -> String {
    let text = time::iso(ms);
    format!("{}Z", text.get(..19).unwrap_or_default())
}

/// An absolute address at the Cloud Controller.
fn href(path: &str) -> String {
    format!("https://{API_HOST}{path}")
}
