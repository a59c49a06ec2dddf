//! What the registry sends, field by field, with the API's own names (contract §4, §5.3). Every
//! field is decoded leniently, every field the contract does not name is kept, and numbers keep
//! their sign.

mod image;
mod image_parts;
mod repository;

#[cfg(test)]
mod tests;

pub use image::ContainerImage;
pub use image_parts::{Layer, Version};
pub use repository::Repository;
