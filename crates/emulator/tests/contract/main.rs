//! The emulated upstreams against their contracts, in process: no socket, no clock of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod authentication;
mod catalogue;
mod clone;
mod create;
mod delete;
mod export;
mod headers;
mod import;
mod list;
mod machines;
mod oci_artifacts;
mod oci_export;
mod oci_images;
mod oci_list;
mod oci_pickers;
mod oci_retry;
mod oci_seed;
mod oci_sentinels;
mod oci_signature;
mod oci_support;
mod oci_vectors;
mod oci_work;
mod sentinels;
mod support;
mod update;
mod vectors;
