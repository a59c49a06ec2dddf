//! OCI Artifacts: container images of the registry and their restoration after deletion.
//!
//! "Contract" in this module is `oci-container-registry.md`; what it takes over from
//! `oci-compute.md` is in `oci`. May depend on `core`, `catalogue`, `operation`, on `oci` and on the
//! shared modules of this crate.

mod filter;
pub mod model;
pub mod operation;
pub mod preview;
pub mod requests;
pub mod row;
pub mod rules;
pub mod validate;
pub mod window;

pub use filter::{IMAGE_PARAMS, LIFECYCLE_STATES, states};
