//! The calls, one function to build each and one to read its answer. Targets are the services' own,
//! with the version in them; authentication and dates are added by whoever sends them.

mod export;
mod images;
mod places;
mod work_requests;

#[cfg(test)]
mod tests;

pub use export::{Destination, ExportFormat, export_image};
pub use images::{get_image, list_images, parse_image, parse_images};
pub use places::{
    get_namespace, list_buckets, list_compartments, parse_buckets, parse_compartments, parse_namespace,
};
pub use work_requests::{
    get_work_request, list_work_request_errors, list_work_request_logs, list_work_requests,
    parse_work_request, parse_work_request_errors, parse_work_request_logs, parse_work_requests,
};

/// The version that all paths of Compute and Identity begin with (contract §1).
const VERSION: &str = "/20160918";
