//! The upstreams the console talks to, emulated over wire JSON for the demo and for the tests.
//!
//! Written from the API documents alone and sharing no type with the clients, so that a mistake in
//! a client's model cannot hide on both sides. [`World`] is a plain function from a request and a
//! time to a reply; [`Emulator`] puts it on two loopback origins, one for the page and one for the
//! API. This crate depends on nothing else in the workspace.

pub mod cloud_foundry;
mod control;
mod error;
mod host;
pub mod marketplace;
pub mod oci;
mod parts;
mod rng;
mod time;
pub mod triton;
mod uuid;
pub mod wire;
mod world;

pub use control::{Entry, Fault, FaultError, Journal};
pub use error::{SeedError, SignError, SwitchError};
pub use host::{ConfigFile, Emulator, Options, Running};
pub use parts::Refused;
pub use uuid::Uuid;
pub use world::{Moment, Seed, World};
