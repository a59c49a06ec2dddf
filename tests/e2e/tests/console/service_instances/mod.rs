//! Cloud Foundry: the table of service instances, the page of one, backups and restores, and the ways to
//! sign in.

mod expiry;
mod features;
mod keyboard;
mod list;
mod outcomes;
mod refusals;
mod restore;
mod screens;
mod setup;
mod sign_in;
pub mod world;
