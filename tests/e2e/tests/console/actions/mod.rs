//! Every one of the eight calls, made as a user makes it, and what reached the upstream for it.
//!
//! Each call is made by mouse; where something is typed or pressed, once more by keyboard alone.

mod clone_image;
mod create;
mod delete;
mod export;
pub mod gestures;
mod get;
mod import;
pub mod keyboard;
mod list;
mod preview;
mod reload;
mod update;
pub mod world;
