//! What the console signs and what it signs with: HTTP signatures for the APIs that want them, and
//! the private-key files people drop.
//!
//! Depends on nothing of ours and on nothing of a browser. Signing itself is left to the caller
//! (WebCrypto in the browser, a crate or a tool in tests): this crate says which bytes are to be
//! signed and puts the result where the API expects it. [`key_file`] is behind the feature
//! `key-file`, so that it can be moved into a second wasm.

pub mod algorithm;
pub mod ecdsa;
pub mod http_signature;
#[cfg(feature = "key-file")]
pub mod key_file;
pub mod session_token;

pub use algorithm::{Algorithm, Curve, KeyKind};
pub use ecdsa::ecdsa_raw_to_der;
pub use http_signature::{SignError, SigningPlan};
