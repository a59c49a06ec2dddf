//! WebCrypto. Exists in secure contexts only.

use std::fmt;

use image_console_sign::{Algorithm, KeyKind};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto, window};

use crate::js::{BrowserError, global, object};

/// Why the browser's cryptography did not do what it was asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CryptoError {
    /// The page was not loaded over https or from localhost.
    NotSecure {
        /// Where the page came from.
        origin: String,
    },
    /// The browser refused, e.g. a kind of key it does not have.
    Refused(BrowserError),
}

impl From<JsValue> for CryptoError {
    fn from(thrown: JsValue) -> Self {
        Self::Refused(thrown.into())
    }
}

impl fmt::Display for CryptoError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotSecure { origin } => write!(
                f,
                "This page came from {origin}, and browsers sign only on pages that came over https (or from \
                 localhost). Open the console over https, or let the proxy authenticate."
            ),
            Self::Refused(error) => write!(f, "The browser's cryptography refused this: {error}"),
        }
    }
}

impl std::error::Error for CryptoError {}

/// Whether keys can be imported and used on this page.
///
/// # Errors
/// `NotSecure`, in words that say what to do.
pub fn available() -> Result<(), CryptoError> {
    subtle().map(|_| ())
}

/// Imports a private key so that nobody can read it again: not extractable, for signing only.
///
/// # Errors
/// `NotSecure`, or `Refused` for bytes that are not such a key or a curve this browser lacks.
pub async fn import_pkcs8(der: &[u8], kind: KeyKind) -> Result<CryptoKey, CryptoError> {
    let subtle = subtle()?;
    let algorithm = kind.algorithm();
    let name = JsValue::from_str(algorithm.webcrypto_name());
    let parameters = match kind {
        KeyKind::Rsa { .. } => {
            object(&[("name", &name), ("hash", &JsValue::from_str(algorithm.webcrypto_hash()))])
        }
        KeyKind::Ecdsa { curve } => {
            object(&[("name", &name), ("namedCurve", &JsValue::from_str(curve.webcrypto_name()))])
        }
    };
    let bytes = Uint8Array::from(der);
    let usages = Array::of1(&JsValue::from_str("sign"));
    let imported = match subtle.import_key_with_object("pkcs8", &bytes, &parameters, false, &usages) {
        Ok(promise) => JsFuture::from(promise).await,
        Err(thrown) => Err(thrown),
    };
    bytes.fill(0, 0, bytes.length());
    Ok(imported?.unchecked_into())
}

/// Signs bytes. The result is what a server verifies: PKCS#1 v1.5 for RSA, DER for ECDSA.
///
/// # Errors
/// `NotSecure`, or `Refused` when the key is not one for this algorithm.
pub async fn sign(key: &CryptoKey, algorithm: Algorithm, bytes: &[u8]) -> Result<Vec<u8>, CryptoError> {
    let parameters = object(&[
        ("name", &JsValue::from_str(algorithm.webcrypto_name())),
        ("hash", &JsValue::from_str(algorithm.webcrypto_hash())),
    ]);
    let bytes = Uint8Array::from(bytes);
    let promise = subtle()?.sign_with_object_and_js_u8_array(&parameters, key, &bytes)?;
    let raw = Uint8Array::new(&JsFuture::from(promise).await?).to_vec();
    algorithm.wire_signature(&raw).map_err(|e| CryptoError::Refused(BrowserError::says(e.to_string())))
}

/// SHA-256 of bytes.
///
/// # Errors
/// `NotSecure`.
pub async fn sha256(bytes: &[u8]) -> Result<[u8; 32], CryptoError> {
    let bytes = Uint8Array::from(bytes);
    let promise = subtle()?.digest_with_str_and_js_u8_array("SHA-256", &bytes)?;
    let digest = Uint8Array::new(&JsFuture::from(promise).await?).to_vec();
    digest.try_into().map_err(|_| CryptoError::Refused(BrowserError::says("a digest of another length")))
}

fn subtle() -> Result<SubtleCrypto, CryptoError> {
    global(&["crypto", "subtle"]).ok_or_else(|| CryptoError::NotSecure {
        origin: window().and_then(|w| w.location().origin().ok()).unwrap_or_default(),
    })
}
