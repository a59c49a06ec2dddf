//! Uploads to the Marketplace: searched over all connections, each looked at and followed to its end.

mod address;
mod courses;
mod ends;
mod faults;
mod follow;
mod keyboard;
mod odd;
mod screens;
mod search;
mod token;
pub mod world;
