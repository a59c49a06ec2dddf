//! The only place that reads private-key files. Both calls are asynchronous and speak of nothing
//! but text and what is known of a key, so that the reader can move into a second wasm that is
//! loaded when the first key is imported.

use image_console_platform::crypto::CryptoError;
use image_console_platform::key_import::{self, KeyImportError};
use image_console_platform::keystore::KeyInfo;
use image_console_sign::key_file::{self, KeyFileError};

/// What a file is, before it is opened.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// Form and kind, in words.
    pub words: String,
    /// Whether a passphrase is needed.
    pub needs_passphrase: bool,
    /// The key's comment, where it can be read yet.
    pub comment: Option<String>,
    /// What the owner of such a key should know.
    pub remark: Option<String>,
}

/// What a refusal is about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The file or the text.
    Key,
    /// The passphrase.
    Passphrase,
    /// Neither: this page or this browser.
    Browser,
}

/// Why a key cannot be used.
pub struct Refused {
    /// Where to say it.
    pub place: Place,
    /// What is wrong and what to do.
    pub message: String,
}

/// Says what a text is.
///
/// # Errors
/// When it is not a private key that can be used here.
pub async fn inspect(text: &str) -> Result<Found, Refused> {
    let found = key_file::inspect(text).map_err(|error| refused(&error))?;
    let kind = found.kind.map(|kind| kind.to_string());
    Ok(Found {
        words: match kind {
            Some(kind) => format!("A private key in {} form: {kind}.", found.format),
            None => format!("A private key in {} form.", found.format),
        },
        needs_passphrase: found.needs_passphrase,
        comment: found.comment,
        remark: found.kind.and_then(image_console_sign::KeyKind::remark),
    })
}

/// Opens a key and stores it in this browser. Blocks the page for up to some seconds when there is
/// a passphrase; what was shown before is painted first.
///
/// # Errors
/// When it cannot be opened, used or kept.
pub async fn import(label: &str, text: &str, passphrase: &str) -> Result<KeyInfo, Refused> {
    let passphrase = Some(passphrase).filter(|passphrase| !passphrase.is_empty());
    key_import::import(label, text, passphrase).await.map_err(|error| match &error {
        KeyImportError::File(file) => refused(file),
        KeyImportError::Crypto(CryptoError::Refused(_)) => {
            Refused { place: Place::Key, message: error.to_string() }
        }
        _ => Refused { place: Place::Browser, message: error.to_string() },
    })
}

fn refused(error: &KeyFileError) -> Refused {
    let place = match error {
        KeyFileError::NeedsPassphrase | KeyFileError::WrongPassphrase => Place::Passphrase,
        _ => Place::Key,
    };
    Refused { place, message: error.to_string() }
}
