//! What the pages of one resource have in common, be it an image, an upload or a service instance: how a
//! field is said, the body as it came, and what stands there while nothing has been read.

pub mod field;
pub mod json;
mod pretty;
mod unread;

pub use pretty::pretty;
pub use unread::{given_up, no_connection, reading};
