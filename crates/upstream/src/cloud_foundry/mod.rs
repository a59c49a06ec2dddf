//! Cloud Foundry v3 as shipped in Tanzu Elastic Application Runtime: service instances, their
//! backups, and restoring one.
//!
//! "Contract" in this module is the project's description of that API; its section numbers are
//! given where a fact comes from. May depend on `core`, `operation` and the shared modules of this
//! crate.

pub mod connection_test;
pub mod error;
pub mod explain;
pub mod feature;
pub mod location;
pub mod model;
pub mod operation;
pub mod preview;
pub mod requests;
pub mod rules;
pub mod token;
pub mod validate;
mod warnings;

pub use warnings::warnings;

#[cfg(test)]
pub(crate) mod testing;
