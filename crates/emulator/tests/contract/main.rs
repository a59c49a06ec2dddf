//! The emulated CloudAPI against its contract, in process: no socket, no clock of its own.

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
mod sentinels;
mod support;
mod update;
mod vectors;
