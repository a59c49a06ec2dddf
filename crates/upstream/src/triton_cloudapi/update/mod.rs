//! UpdateImage (contract §4.7): only what changed is sent, and because `acl` and `tags` replace
//! the whole value and there is no ETag, what is sent is merged with the image as it is read again
//! just before.

mod draft;
mod merge;
mod three_way;

#[cfg(test)]
mod tests;

pub use draft::Draft;
pub use merge::{Change, Choice, Choices, Conflict, Merged, Place, Side, diff, merge};
