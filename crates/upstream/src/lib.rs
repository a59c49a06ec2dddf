//! One module per upstream API: model, requests, errors, rules, operations. Everything here is a
//! value: a request is built and an answer is parsed, nobody sends anything.
//!
//! Depends on `core`, `catalogue` and `operation`; knows no browser. An upstream's module may use
//! the shared modules beside it, never another upstream's.

pub mod cloud_foundry;
pub mod decode;
pub mod explanation;
pub mod finding;
pub mod oci;
pub mod oci_artifacts;
pub mod oci_compute;
pub mod oracle_marketplace;
pub mod preview;
pub mod triton_cloudapi;
pub mod verdict;
