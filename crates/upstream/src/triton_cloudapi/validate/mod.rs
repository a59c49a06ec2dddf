//! What may be written into a field (contract §3.2). A documented limit that the server does not
//! enforce warns; an enforced limit or a character it refuses is an error.

mod account_lists;
mod manta_path;
mod texts;

pub use crate::finding::Finding;
pub use account_lists::{acl, tags, uuid};
pub use manta_path::manta_path;
pub use texts::{description, name, url, version};
