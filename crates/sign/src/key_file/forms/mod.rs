//! The forms a private key is written in. Each file of this folder reads one.

mod openssh;
mod pkcs1;
mod pkcs8;
mod sec1;

use std::fmt;

use zeroize::Zeroizing;

use super::key::Key;
use super::lock::Lock;
use super::pem::{self, Block};
use super::{KeyFileError, strangers};
use crate::KeyKind;

/// Larger than any key: what is longer is some other file, and is not searched through.
const LONGEST_FILE: usize = 256 * 1024;

/// The form of a private-key file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// `BEGIN OPENSSH PRIVATE KEY`: what `ssh-keygen` writes.
    OpenSsh,
    /// `BEGIN RSA PRIVATE KEY` (RFC 8017).
    Pkcs1,
    /// `BEGIN EC PRIVATE KEY` (RFC 5915).
    Sec1,
    /// `BEGIN PRIVATE KEY` or `BEGIN ENCRYPTED PRIVATE KEY` (RFC 5958).
    Pkcs8,
}

impl fmt::Display for Format {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::OpenSsh => "OpenSSH",
            Self::Pkcs1 => "PKCS#1",
            Self::Sec1 => "SEC1",
            Self::Pkcs8 => "PKCS#8",
        })
    }
}

/// A file that was recognised, perhaps still encrypted.
pub(super) struct Sealed {
    /// The form of the file.
    pub(super) format: Format,
    /// The kind of key, where it stands outside the encryption.
    pub(super) kind: Option<KeyKind>,
    /// The public key in SSH form, where it stands outside: the private part must agree with it.
    public: Option<Vec<u8>>,
    lock: Option<Lock>,
    content: Zeroizing<Vec<u8>>,
}

impl Sealed {
    /// Recognises a file.
    pub(super) fn read(text: &str) -> Result<Self, KeyFileError> {
        if text.len() > LONGEST_FILE {
            return Err(KeyFileError::NotAKey);
        }
        let blocks = pem::blocks(text);
        blocks.iter().find_map(Self::from_block).unwrap_or_else(|| Err(strangers::name(text, &blocks)))
    }

    /// Reads a block, if it is one of a private key in a form of [`Format`].
    fn from_block(block: &Block<'_>) -> Option<Result<Self, KeyFileError>> {
        match block.label {
            "OPENSSH PRIVATE KEY" => Some(Self::whole(block).and_then(|bytes| openssh::read(&bytes))),
            "RSA PRIVATE KEY" => Some(Self::traditional(Format::Pkcs1, block)),
            "EC PRIVATE KEY" => Some(Self::traditional(Format::Sec1, block)),
            "PRIVATE KEY" => Some(Self::whole(block).map(|content| Self::plain(Format::Pkcs8, content))),
            "ENCRYPTED PRIVATE KEY" => {
                Some(Self::whole(block).and_then(|bytes| pkcs8::read_encrypted(&bytes)))
            }
            _ => None,
        }
    }

    /// The content of a block that is not encrypted the traditional way.
    fn whole(block: &Block<'_>) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
        match block.decode()? {
            (None, bytes) => Ok(bytes),
            (Some(_), _) => Err(KeyFileError::Damaged),
        }
    }

    fn traditional(format: Format, block: &Block<'_>) -> Result<Self, KeyFileError> {
        let (dek, content) = block.decode()?;
        let lock = dek.map(|dek| Lock::traditional(&dek)).transpose()?;
        Ok(Self { lock, ..Self::plain(format, content) })
    }

    fn plain(format: Format, content: Zeroizing<Vec<u8>>) -> Self {
        Self { format, kind: None, public: None, lock: None, content }
    }

    /// Whether a passphrase is needed.
    pub(super) fn is_locked(&self) -> bool {
        self.lock.is_some()
    }

    /// The key and its comment.
    pub(super) fn open(self, passphrase: Option<&str>) -> Result<(Key, Option<String>), KeyFileError> {
        let Some(lock) = &self.lock else { return self.parse(&self.content) };
        let passphrase = passphrase.filter(|p| !p.is_empty()).ok_or(KeyFileError::NeedsPassphrase)?;
        let padded = self.format != Format::OpenSsh;
        let content = lock.open(&self.content, passphrase, padded)?;
        self.parse(&content).map_err(|error| match error {
            // No form has a checksum over all of it: what came out makes no sense.
            KeyFileError::Damaged | KeyFileError::Truncated => KeyFileError::WrongPassphrase,
            other => other,
        })
    }

    fn parse(&self, content: &[u8]) -> Result<(Key, Option<String>), KeyFileError> {
        let (key, comment) = match self.format {
            Format::OpenSsh => openssh::parse(content)?,
            Format::Pkcs1 => (pkcs1::parse(content)?, None),
            Format::Sec1 => (sec1::parse(content, None, &[])?, None),
            Format::Pkcs8 => (pkcs8::parse(content)?, None),
        };
        if self.public.as_ref().is_some_and(|public| *public != key.ssh_blob()) {
            return Err(KeyFileError::Damaged);
        }
        Ok((key, comment))
    }
}
