//! From the text of a key file to a stored key. What was read is overwritten when it has been
//! handed to WebCrypto; a text field or a file of the browser's own cannot be.

use std::fmt;

use image_console_sign::key_file::{self, KeyFileError};

use super::crypto::{self, CryptoError};
use super::keystore::{self, KeyInfo, StoredKey};
use crate::js::BrowserError;
use crate::random::uuid_v4;
use crate::storage::error::StorageError;
use crate::time::{clock, slice};

/// Why a key was not imported.
#[derive(Debug, Clone, PartialEq)]
pub enum KeyImportError {
    /// The file is not a key that can be used, or the passphrase is wrong.
    File(KeyFileError),
    /// The browser cannot use it.
    Crypto(CryptoError),
    /// The browser does not keep it.
    Storage(StorageError),
    /// The browser failed otherwise.
    Browser(BrowserError),
}

impl fmt::Display for KeyImportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(error) => error.fmt(f),
            Self::Crypto(error) => error.fmt(f),
            Self::Storage(error) => error.fmt(f),
            Self::Browser(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for KeyImportError {}

/// Imports the key in a file and stores it. The label is the file's comment when `label` is empty.
/// Deriving the key from a passphrase blocks the page for up to a second or so; what was shown
/// before the call is painted first.
///
/// # Errors
/// See [`KeyImportError`]; each says in words what to do.
pub async fn import(label: &str, text: &str, passphrase: Option<&str>) -> Result<KeyInfo, KeyImportError> {
    crypto::available().map_err(KeyImportError::Crypto)?;
    slice::after_paint().await;
    let private = key_file::open(text, passphrase).map_err(KeyImportError::File)?;
    let key = crypto::import_pkcs8(&private.pkcs8_der, private.kind).await.map_err(KeyImportError::Crypto)?;
    let given = Some(label.trim()).filter(|label| !label.is_empty()).map(str::to_owned);
    let info = KeyInfo {
        id: uuid_v4().map_err(KeyImportError::Browser)?,
        label: given.or_else(|| private.comment.clone()).unwrap_or_else(|| private.fingerprint_md5.clone()),
        kind: private.kind,
        fingerprint_md5: private.fingerprint_md5.clone(),
        fingerprint_sha256: private.fingerprint_sha256.clone(),
        oci_fingerprint: private.oci_fingerprint.clone(),
        ssh_public_key: private.ssh_public_key.clone(),
        imported_at: clock::now(),
    };
    // Overwrites the private key.
    drop(private);
    let stored = StoredKey { info, key };
    keystore::put(&stored).await.map_err(KeyImportError::Storage)?;
    Ok(stored.info)
}
