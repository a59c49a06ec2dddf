//! Splitting a JSON list into its elements while it arrives.
//!
//! May depend on `core`. Knows nothing of what the elements mean.

mod fault;
mod scan;
mod splitter;

pub use fault::{Fault, StreamError};
pub use splitter::{Element, Splitter, Summary};
