//! The parts of the console that are loaded when they are first needed, each a wasm of its own.
//!
//! Screens and dialogs are entered here and nowhere else (`state::parts` says how).

mod place;
mod wanted;

pub use place::part;
pub use wanted::Wanted;
