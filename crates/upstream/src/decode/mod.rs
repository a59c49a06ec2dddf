//! Reading what an upstream sent without losing any of it: fields that are missing or of another
//! type than documented stay visible as such, and fields nobody documented are kept.
//!
//! May depend on `core` only.

mod body;
mod fields;
mod lenient;

pub use body::{excerpt, is_json, json, unreadable};
pub use fields::Fields;
pub use lenient::Lenient;
