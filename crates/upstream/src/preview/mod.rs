//! A request as a person can read, copy and run it, before it is sent. Secrets never come in here:
//! what stands in their place is a placeholder.
//!
//! May depend on `core` only; what is particular to an upstream (its command line, its way of
//! signing) is in that upstream's folder and uses these pieces.

mod auth;
mod curl;
mod http;
pub mod shell;

pub use auth::{Auth, Part};
pub use curl::curl;
pub use http::http;
