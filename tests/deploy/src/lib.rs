//! The written configurations in real servers: Debian's nginx and Caddy on loopback, the emulated
//! upstreams behind them, and a client that sends exactly the bytes it is told to.
//!
//! Unlike the emulator's own API origin, the upstreams here choose by `Host`, as the real ones do: a
//! proxy that sets a wrong one gets a 421, and a signature over another host is refused.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must stop"
)]

pub mod folder;
pub mod install;
pub mod raw;
pub mod server;
pub mod upstreams;

pub use folder::Folder;
pub use install::{Install, Layout};
pub use raw::Answer;
pub use upstreams::Upstreams;
