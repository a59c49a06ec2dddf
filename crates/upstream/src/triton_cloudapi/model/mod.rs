//! What CloudAPI sends, field by field, with the API's own names (contract §3, §5, §6). Every field
//! is decoded leniently and every field the contract does not name is kept.

mod account;
mod datacenters;
mod export;
mod image;
mod image_parts;
mod machine;
mod ping;

#[cfg(test)]
mod tests;

pub use account::{Account, Key};
pub use datacenters::Datacenters;
pub use export::Export;
pub use image::Image;
pub use image_parts::{ImageError, ImageFile, Requirements};
pub use machine::Machine;
pub use ping::Ping;
