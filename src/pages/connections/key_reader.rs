//! The only place that reads private-key files: a part of its own, loaded when the first key is read.

use std::pin::Pin;

use image_console_platform::crypto::CryptoError;
use image_console_platform::key_import::{self, KeyImportError};
use image_console_platform::keystore::KeyInfo;
use image_console_sign::key_file::{self, KeyFileError};

use crate::state::parts::{SplitLoaderError, enter, entry};

/// What the part can do.
struct Reader {
    inspect: fn(&str) -> Result<Found, Refused>,
    import: fn(String, String, String) -> Importing,
}

/// A key that is being opened and stored.
type Importing = Pin<Box<dyn Future<Output = Result<KeyInfo, Refused>>>>;

entry!(
    keys,
    reader,
    Reader,
    Reader {
        inspect: inspect_here,
        import: |label, text, passphrase| Box::pin(import_here(label, text, passphrase))
    }
);

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
    let reader = enter!(reader).await.map_err(missing)?;
    (reader.inspect)(text)
}

/// Opens a key and stores it in this browser. Blocks the page for up to some seconds when there is
/// a passphrase; what was shown before is painted first.
///
/// # Errors
/// When it cannot be opened, used or kept.
pub async fn import(label: &str, text: &str, passphrase: &str) -> Result<KeyInfo, Refused> {
    let reader = enter!(reader).await.map_err(missing)?;
    (reader.import)(label.to_owned(), text.to_owned(), passphrase.to_owned()).await
}

fn missing(_: SplitLoaderError) -> Refused {
    let message =
        "The part of the console that reads keys could not be loaded. Check the connection and try again.";
    Refused { place: Place::Browser, message: message.to_owned() }
}

fn inspect_here(text: &str) -> Result<Found, Refused> {
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

async fn import_here(label: String, text: String, passphrase: String) -> Result<KeyInfo, Refused> {
    let passphrase = Some(passphrase.as_str()).filter(|passphrase| !passphrase.is_empty());
    key_import::import(&label, &text, passphrase).await.map_err(|error| match &error {
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
