//! What a region holds.

mod region;
mod resource;

pub use region::Region;
pub use resource::{Resource, Shelf};
