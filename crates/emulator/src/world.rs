//! The world: every emulated upstream, one clock, the faults in force and the journal.

use crate::cloud_foundry::CloudFoundry;
use crate::control::{Fault, Faults, Journal};
use crate::marketplace::Marketplace;
use crate::oci::Oci;
use crate::triton::Triton;
use crate::wire::{Effects, Headers, Reply, Request, Response};

/// What a world is grown from. The same seed gives the same world, to the byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seed {
    /// Start of all random draws.
    pub seed: u64,
    /// Images in each datacenter.
    pub images: usize,
    /// Instances of the demo account in each datacenter.
    pub machines: usize,
    /// Compute images in the compartment `shop` of each region; the other compartments get as many,
    /// up to 40.
    pub oci_images: usize,
    /// Adds images whose single fields are of the wrong type.
    pub wild: bool,
}

impl Default for Seed {
    fn default() -> Self {
        Self { seed: 1, images: 240, machines: 48, oci_images: 40, wild: false }
    }
}

/// One moment, on the two clocks a world has.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    /// What jobs and published dates go by: real time plus all that was advanced.
    pub world: i64,
    /// What signatures and the `Date` header go by: real time plus the skew. Advancing the world
    /// leaves it alone, or every client's own clock would be wrong afterwards.
    pub clock: i64,
}

/// All emulated upstreams. Performs no I/O and reads no clock: the caller gives the time.
#[derive(Debug)]
pub struct World {
    seed: Seed,
    advanced_ms: i64,
    skew_ms: i64,
    faults: Faults,
    journal: Journal,
    triton: Triton,
    marketplace: Marketplace,
    cloud_foundry: CloudFoundry,
    oci: Oci,
}

impl World {
    /// A fresh world; `now` is in milliseconds since 1970, as everywhere here.
    pub fn new(seed: Seed, now: i64) -> Self {
        let triton = Triton::new(&seed, now);
        let marketplace = Marketplace::new(&seed, now);
        let cloud_foundry = CloudFoundry::new(&seed, now);
        let oci = Oci::new(&seed, now);
        Self {
            seed,
            advanced_ms: 0,
            skew_ms: 0,
            faults: Faults::default(),
            journal: Journal::default(),
            triton,
            marketplace,
            cloud_foundry,
            oci,
        }
    }

    /// The upstream named by the `Host` header handles the request.
    pub fn handle(&mut self, request: &Request, now: i64) -> Reply {
        self.forward(request, None, now)
    }

    /// The same for a proxy, which puts down the client's headers as they came in.
    pub fn forward(&mut self, request: &Request, seen: Option<&Headers>, now: i64) -> Reply {
        let fault = self.faults.take(request);
        let lets_through = fault.as_ref().is_none_or(Fault::lets_through);
        let upstream = lets_through.then(|| self.route(request, now));
        let (response, mut effects) = match upstream {
            Some(reply) => (Some(reply.response), reply.effects),
            None => (None, Effects::default()),
        };
        let response = match fault {
            Some(fault) => {
                effects = fault.effects.clone();
                fault.apply(response)
            }
            None => response.unwrap_or_default(),
        };
        let answered = !(effects.drop || effects.hang);
        self.journal.record(request, seen, answered.then_some(&response));
        Reply { response, effects }
    }

    fn route(&mut self, request: &Request, now: i64) -> Reply {
        let moment = self.moment(now);
        if self.marketplace.answers_at(request.host()) {
            return self.marketplace.handle(request, moment);
        }
        if self.cloud_foundry.answers_at(request.host()) {
            return self.cloud_foundry.handle(request, moment);
        }
        if let Some(datacenter) = self.triton.datacenter_at(request.host()) {
            return self.triton.handle(request, datacenter, moment);
        }
        if let Some(place) = self.oci.place_at(request.host()) {
            return self.oci.handle(request, place, moment);
        }
        Response::json(421, &serde_json::json!({"message": "no upstream has this host name"})).into()
    }

    /// Both clocks at a real time.
    pub fn moment(&self, now: i64) -> Moment {
        Moment { world: now + self.advanced_ms, clock: now + self.skew_ms }
    }

    /// Moves the world's time on; jobs that are due end with the next request.
    pub fn advance(&mut self, ms: i64) {
        self.advanced_ms += ms;
    }

    /// Sets how far the upstreams' clocks, as their signatures check them, are from real time.
    pub fn set_skew(&mut self, ms: i64) {
        self.skew_ms = ms;
    }

    /// Back to the seed: images, clock, faults, switches and journal.
    pub fn reset(&mut self, now: i64) {
        *self = Self::new(self.seed.clone(), now);
    }

    /// The CloudAPI of both datacenters, to seed and to look at.
    pub fn triton(&mut self) -> &mut Triton {
        &mut self.triton
    }

    /// The Marketplace's machine image uploads, to seed and to look at.
    pub fn marketplace(&mut self) -> &mut Marketplace {
        &mut self.marketplace
    }

    /// The Cloud Foundry foundation, to seed and to look at.
    pub fn cloud_foundry(&mut self) -> &mut CloudFoundry {
        &mut self.cloud_foundry
    }

    /// The tenancy in both of its regions, to seed and to look at.
    pub fn oci(&mut self) -> &mut Oci {
        &mut self.oci
    }

    /// Ends all work that is due by now.
    pub fn settle(&mut self, now: i64) {
        let moment = self.moment(now);
        self.triton.settle(moment.world);
        self.marketplace.settle(moment.world);
        self.cloud_foundry.settle(moment.world);
        self.oci.settle(moment.world);
    }

    /// Puts a fault in force.
    pub fn add_fault(&mut self, fault: Fault) {
        self.faults.add(fault);
    }

    /// Lifts all faults.
    pub fn clear_faults(&mut self) {
        self.faults.clear();
    }

    /// What arrived since the journal was last cleared.
    pub fn journal(&mut self) -> &mut Journal {
        &mut self.journal
    }
}
