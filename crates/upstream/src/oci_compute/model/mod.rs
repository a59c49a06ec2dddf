//! What these services send, field by field, with the API's own names (contract §4 to §6). Every
//! field is decoded leniently, every field the contract does not name is kept, and numbers keep
//! their sign.

mod image;
mod image_parts;
mod places;
mod work_request;

#[cfg(test)]
mod tests;

pub use image::Image;
pub use image_parts::{AgentFeatures, LaunchOptions};
pub use places::{Bucket, Compartment};
pub use work_request::{LogEntry, WorkRequest, WorkRequestError, WorkRequestResource};
