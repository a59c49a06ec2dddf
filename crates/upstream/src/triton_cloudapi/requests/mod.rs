//! The calls, one function to build each and one to read its answer. Targets are relative to the
//! connection's endpoint; authentication and dates are added by whoever sends them.

mod account;
mod answer;
mod datacenters;
mod image_actions;
mod images;
mod machines;

#[cfg(test)]
mod tests;

pub use account::{get_account, list_keys, parse_account, parse_keys, parse_ping, ping};
pub use answer::Meta;
pub(super) use answer::readable_json;
pub use datacenters::{list_datacenters, parse_datacenters};
pub use image_actions::{
    Created, NewImage, clone_image, create_image_from_machine, delete_image, export_image,
    import_image_from_datacenter, parse_created, parse_deleted, parse_export, update_image,
};
pub use images::{get_image, list_images, no_list, parse_image, parse_images};
pub use machines::{
    MACHINES_PER_PAGE, MachinePage, get_machine, list_machines, parse_machine, parse_machines,
};
