//! The calls, one function to build each and one to read its answer. Targets are the service's own,
//! with the version in them; authentication and dates are added by whoever sends them.

mod images;
mod page;
mod repositories;

#[cfg(test)]
mod tests;

pub use images::{get_image, list_images, parse_image, parse_images, restore_image};
pub use page::{ITEMS, Page};
pub use repositories::{list_repositories, parse_repositories};

/// The version and folder that all paths begin with (contract §1).
const ROOT: &str = "/20160918/container";
