//! Oracle Cloud beside Triton: lists, pages, both actions and what guards them, and the ways to sign.

pub mod api_key;
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
pub mod session;
mod stale;
pub mod world;
