//! What every layer of the console shares: HTTP values, errors, encoding, time, addresses,
//! configuration and form fields.
//!
//! Depends on nothing of ours and on nothing of a browser: all of it runs and is tested natively.

pub mod config;
pub mod encode;
pub mod error;
pub mod few;
pub mod form;
pub mod format;
pub mod http;
pub mod json;
pub mod lower;
pub mod route;
pub mod service;
pub mod sorting;
pub mod time;

pub use error::{ApiError, ErrorKind, FieldError};
pub use few::Few;
pub use http::{Headers, Method, Request, Response};
pub use lower::lower;
pub use service::Service;
