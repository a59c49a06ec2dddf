//! What may be written into the fields of the export dialog (contract §4.3). No lengths and no
//! characters are documented for the destination, so little is an error: what the service would
//! most likely refuse warns.

mod names;
mod uri;

pub use names::{bucket_name, namespace_name, object_name};
pub use uri::{ObjectUri, destination_uri, parse_uri};
