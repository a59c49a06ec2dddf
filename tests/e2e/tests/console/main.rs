//! All end-to-end tests, in one program so that it is linked once.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must stop"
)]

mod actions;
mod cache;
mod config;
mod connections;
mod engine;
mod fault_support;
mod faults;
mod first_load;
mod hostile;
mod oci;
mod screens;
mod service_instances;
mod speed;
mod uploads;
