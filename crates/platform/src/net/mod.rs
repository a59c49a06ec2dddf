//! Requests over the wire: fetch, streamed bodies, giving up.

pub mod abort;
pub mod address;
pub mod body;
pub mod call;
pub mod config_file;
mod copy;
mod failure;
pub mod fetch;
mod in_flight;
pub mod stream;
