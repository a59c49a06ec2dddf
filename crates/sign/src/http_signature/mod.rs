//! The `Authorization: Signature …` header: what is to be signed, and the header with the result.
//!
//! Pure values. [`triton`] and [`oci`] know what their API wants signed; this module joins the
//! lines and writes the header, which is the same idea for both. Depends on [`crate::algorithm`].

mod error;
mod lines;
pub mod oci;
pub mod triton;

use std::fmt;

use base64::{Engine as _, engine::general_purpose::STANDARD};

use crate::Algorithm;
pub use error::SignError;
pub(crate) use lines::Lines;

/// Everything known before the signature is made: which bytes to sign, which headers to send.
#[derive(Clone, PartialEq, Eq)]
pub struct SigningPlan {
    /// The text whose UTF-8 bytes are to be signed.
    pub signing_string: String,
    /// The headers, besides `Authorization`, that a caller must send with exactly these values.
    /// Those that a browser sets on its own (`host`, `content-length`) are signed but not listed.
    pub headers: Vec<(&'static str, String)>,
    /// The algorithm the signature is to be made with.
    pub algorithm: Algorithm,
    key_id: String,
    signed: String,
    version: Option<&'static str>,
}

impl SigningPlan {
    /// The value of the `Authorization` header.
    ///
    /// `signature` is what the server verifies: for RSA the bytes WebCrypto returns, for ECDSA their
    /// DER form ([`Algorithm::wire_signature`] gives the right one for either).
    #[must_use]
    pub fn authorization(&self, signature: &[u8]) -> String {
        let version = self.version.map_or_else(String::new, |v| format!("version=\"{v}\","));
        format!(
            "Signature {version}keyId=\"{}\",algorithm=\"{}\",headers=\"{}\",signature=\"{}\"",
            self.key_id,
            self.algorithm.name(),
            self.signed,
            STANDARD.encode(signature)
        )
    }
}

// The key id may be a session token, so it is left out.
impl fmt::Debug for SigningPlan {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SigningPlan")
            .field("signing_string", &self.signing_string)
            .field("headers", &self.headers)
            .field("algorithm", &self.algorithm)
            .finish_non_exhaustive()
    }
}
