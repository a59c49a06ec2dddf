//! The runtime configuration `config.json` and the connections in it.
//!
//! A bad file is read to its end and every fault is named with its place, so that an operator
//! mends it in one go. What a kind of connection has beside the common members stands in one table
//! ([`Kind::members`]), which the reader, the writer and a form all go by.

mod check;
mod connection;
mod embedding;
mod member;
mod oci_file;
mod read;
mod read_only;
mod write;

pub use check::check_connection;
pub use connection::{
    Authentication, CloudFoundry, Connection, Endpoints, Kind, Marketplace, Oci, Triton, Upstream,
};
pub use member::{Member, Need};
pub use oci_file::{Section, oci_sections, realm_domain_of};
pub use read::{Config, Fault, connection_of, parse};
pub use write::connection_to_json;
