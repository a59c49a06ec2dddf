//! Oracle Cloud Marketplace, Publisher REST API: finding machine image uploads and watching one.
//! Nothing here starts or changes an upload.
//!
//! "Contract" in this module is the project's description of that API; its section numbers are
//! given where a fact comes from. May depend on `core`, `operation` and the shared modules of this
//! crate.

pub mod connection_test;
pub mod credentials;
pub mod error;
pub mod explain;
mod listing;
pub mod model;
pub mod operation;
pub mod pace;
pub mod preview;
pub mod requests;
mod search;
mod status;

pub use listing::{Listing, Page};
pub use search::{OrderBy, Search, SortOrder};
pub use status::{End, Status};

#[cfg(test)]
pub(crate) mod testing;
