//! The runtime configuration `config.json` and the connections in it.
//!
//! A bad file is read to its end and every fault is named with its place, so that an operator
//! mends it in one go.

mod connection;
mod read;

pub use connection::{Authentication, Connection, Kind, check_connection};
pub use read::{Config, Fault, connection_of, connection_to_json, parse};
