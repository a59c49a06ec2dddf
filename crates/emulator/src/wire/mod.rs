//! Requests and replies as they stand on the wire. Depends on nothing; neither the emulated
//! upstreams nor their host add anything to a message that is not visible here.

pub mod glob;
mod headers;
pub mod query;
mod reply;
mod request;

pub use headers::Headers;
pub use reply::{Effects, Reply, Response};
pub use request::Request;
