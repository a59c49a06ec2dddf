//! The built console in a real browser over nginx and Caddy: lists, writes, deep links, keys, on one
//! origin and on two, below a path and from an object store.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must stop"
)]

mod console;
mod embedding;
mod follows;
mod object_store;
mod support;
