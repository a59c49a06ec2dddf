//! Triton CloudAPI: images, and the few calls an image console needs next to them.
//!
//! "Contract" in this module is the project's description of that API; its section numbers are
//! given where a fact comes from. May depend on `core`, `catalogue`, `operation` and the shared
//! modules of this crate.

mod caller;
pub mod connection_test;
pub mod error;
pub mod explain;
pub mod export_name;
mod filter;
pub mod form_errors;
pub mod model;
pub mod operation;
pub mod origin;
pub mod preview;
pub mod requests;
pub mod row;
pub mod rules;
pub mod update;
pub mod validate;

pub use caller::{Caller, DEFAULT_ACCEPT_VERSION};
pub use filter::{IMAGE_STATES, ImageFilter};

#[cfg(test)]
pub(crate) mod testing;
