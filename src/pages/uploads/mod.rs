//! Uploads to the Marketplace: the search over all connections, and one upload by itself.

mod search;
mod upload;
mod words;

pub use search::UploadsPage;
pub use upload::{UploadPage, UploadPageProps};
