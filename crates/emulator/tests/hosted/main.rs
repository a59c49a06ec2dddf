//! The emulator over real loopback sockets.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "these are tests")]

mod api;
mod client;
mod control;
mod oci;
mod page;
mod roots;
