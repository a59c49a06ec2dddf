//! OCI Compute: images and their export, and the calls an image console needs next to them (work
//! requests, compartments, buckets).
//!
//! "Contract" in this module is `oci-compute.md`. May depend on `core`, `catalogue`, `operation`,
//! on `oci` and on the shared modules of this crate.

mod filter;
pub mod model;
pub mod operation;
pub mod preview;
pub mod requests;
pub mod row;
pub mod rules;
pub mod validate;

pub use filter::{IMAGE_PARAMS, LIFECYCLE_STATES};
pub use requests::{Destination, ExportFormat};
