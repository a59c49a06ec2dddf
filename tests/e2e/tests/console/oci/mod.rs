//! Oracle Cloud beside Triton: lists, pages, both actions and what guards them, and the ways to sign.

mod api_key;
mod busy;
mod detail;
mod export;
mod filters;
mod follow;
mod list;
mod reload;
mod restore;
mod screens;
mod secret;
mod session;
mod stale;
pub mod world;
