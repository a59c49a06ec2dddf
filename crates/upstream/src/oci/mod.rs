//! What all services of Oracle Cloud Infrastructure share: hosts, paging, errors, retry tokens,
//! etags, pre-authenticated URLs and previews.
//!
//! "Contract" here and in `oci_compute` is `oci-compute.md`, the project's description of that API;
//! section numbers are given where a fact comes from. May depend on `core`, `catalogue`,
//! `operation` and the shared modules of this crate; never on a single service's module.

mod answer;
mod compare;
pub mod connection_test;
pub mod error;
pub mod explain;
pub mod filter;
pub mod form_errors;
mod host;
mod ocid;
pub mod paging;
pub mod par;
pub mod preview;
pub mod retry;
mod row;
pub mod skew;

pub use answer::{Guard, Meta, array, object, success};
pub use compare::{Difference, compare};
pub use host::{REALM_DOMAIN, endpoint, host};
pub use ocid::ocid;

pub(crate) use answer::{answered, get, maps, post};
pub(crate) use row::{Cells, of_element};

#[cfg(test)]
pub(crate) mod bench;
#[cfg(test)]
pub(crate) mod testing;
