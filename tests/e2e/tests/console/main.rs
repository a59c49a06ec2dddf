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
mod embed;
mod engine;
mod fault_support;
mod faults;
mod first_load;
mod hostile;
mod oci;
mod read_only;
mod screens;
mod secrets;
mod service_instances;
mod speed;
mod uploads;
