//! Private-key files: what a dropped file is, and the key in it, ready for WebCrypto.
//!
//! Two steps, because a passphrase is asked for only when one is needed: [`inspect`], then [`open`].
//! Everything secret is overwritten when it is dropped, and nothing secret shows in `Debug` or in an
//! error. No input makes this panic.
//!
//! `pem` finds the key in the text, `forms` reads what the formats hold, `lock` opens encrypted
//! ones, `key` holds the numbers and writes PKCS#8. Depends on [`crate::algorithm`] and on the
//! RustCrypto crates; the feature `key-file` switches all of it.

mod der;
mod error;
mod forms;
mod key;
mod lock;
mod numbers;
mod pem;
mod strangers;

use zeroize::Zeroizing;

use crate::KeyKind;
pub use error::KeyFileError;
pub use forms::Format;
use forms::Sealed;

/// What can be said about a file before it is opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inspected {
    /// The form of the file.
    pub format: Format,
    /// Whether [`open`] needs a passphrase.
    pub needs_passphrase: bool,
    /// The kind of the key, where it can be told without a passphrase.
    pub kind: Option<KeyKind>,
    /// The comment of the key, where the file has one that can be read without a passphrase.
    pub comment: Option<String>,
}

/// A private key, ready to be imported into WebCrypto, and how servers name it.
pub struct PrivateKey {
    /// Kind of key; [`KeyKind::remark`] says what its owner should know about it.
    pub kind: KeyKind,
    /// The key as PKCS#8 `PrivateKeyInfo` in DER, for `importKey("pkcs8", …)`. Overwritten on drop.
    pub pkcs8_der: Zeroizing<Vec<u8>>,
    /// MD5 of the SSH public key, `aa:bb:…`: the `KEYREF` of Triton (triton-cloudapi.md §2.1), and
    /// what `ssh-keygen -l -E md5` prints after `MD5:`.
    pub fingerprint_md5: String,
    /// SHA-256 of the SSH public key, `SHA256:…`, as `ssh-keygen -l` prints it.
    pub fingerprint_sha256: String,
    /// MD5 of the DER `SubjectPublicKeyInfo`, `aa:bb:…`: the fingerprint in the key id of Oracle
    /// Cloud Infrastructure (oci-compute.md §2.2).
    pub oci_fingerprint: String,
    /// The public key as one line, as in `authorized_keys`, to be added to an account.
    pub ssh_public_key: String,
    /// The comment of the key, where the file has one.
    pub comment: Option<String>,
}

impl std::fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PrivateKey")
            .field("kind", &self.kind)
            .field("fingerprint_md5", &self.fingerprint_md5)
            .field("comment", &self.comment)
            .finish_non_exhaustive()
    }
}

/// Says what a file is and whether it needs a passphrase. Files that cannot be used are told apart
/// here already, so that nobody types a passphrase for nothing.
///
/// # Errors
/// [`KeyFileError`], whose text says what is wrong and what to do about it.
pub fn inspect(text: &str) -> Result<Inspected, KeyFileError> {
    let sealed = Sealed::read(text)?;
    if sealed.is_locked() {
        let Sealed { format, kind, .. } = sealed;
        return Ok(Inspected { format, needs_passphrase: true, kind, comment: None });
    }
    let format = sealed.format;
    let (key, comment) = sealed.open(None)?;
    Ok(Inspected { format, needs_passphrase: false, kind: Some(key.kind()), comment })
}

/// Reads the key out of a file. The passphrase is ignored when the file needs none.
///
/// Deriving the key from a passphrase is slow on purpose (about a second in a browser with the usual
/// settings, some ten at the most), and this call does not return before it is done: call it in a
/// worker, or show first that something is going on.
///
/// # Errors
/// [`KeyFileError`], whose text says what is wrong and what to do about it.
pub fn open(text: &str, passphrase: Option<&str>) -> Result<PrivateKey, KeyFileError> {
    let (key, comment) = Sealed::read(text)?.open(passphrase)?;
    Ok(key.finish(comment))
}
