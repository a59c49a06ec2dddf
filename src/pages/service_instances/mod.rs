//! Service instances of Cloud Foundries: the table over all connections, the page of one with its
//! backups, and the dialogs that back it up and restore it.

mod dialogs;
mod instance;
mod list;
mod words;

pub use instance::{InstancePage, InstancePageProps};
pub use list::ServiceInstancesPage;
