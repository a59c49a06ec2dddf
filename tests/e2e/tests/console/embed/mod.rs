//! The console as a part of another page: an element, a plain frame, two at once, and none where it does not
//! belong. The page around is the one in deploy/portal, on an origin and under a policy of its own.

mod config;
mod element;
mod frame;
mod gone;
mod looks;
mod memory;
mod refused;
mod two;
mod world;
