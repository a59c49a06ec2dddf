//! End-to-end tests: the built console in a real browser, the emulator in the test's own process.
//!
//! A test seeds the emulated world, moves its clock, and reads the requests that arrived. Nothing
//! sleeps: everything waits for what a user would see.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test that cannot go on must stop"
)]

pub mod app;
pub mod axe;
pub mod browser;
pub mod driver;
pub mod page_clock;
pub mod stored;
pub mod tabs;

pub use app::App;
pub use browser::Browser;
