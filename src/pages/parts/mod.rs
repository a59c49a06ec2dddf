//! The parts of the console that are loaded when they are first needed, each a wasm of its own.
//!
//! A part is entered here and nowhere else: what the first screen reaches by another way stays in the
//! first wasm. Without the feature `split`, as under a bare `trunk serve`, all is there from the start.

mod entry;
mod place;
mod wanted;

pub use entry::{Coming, SplitLoaderError};
pub(crate) use entry::{enter, entry};
pub use place::part;
pub use wanted::Wanted;
