//! What can be wrong with a key file, in words for the person who dropped it.

use std::fmt;

/// Why a file cannot be used. `Display` says what is wrong and what to do; nothing in here holds any
/// part of a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeyFileError {
    /// Nothing in it.
    Empty,
    /// Text without any key.
    NotAKey,
    /// Not text: a DER or PKCS#12 file, perhaps.
    Binary,
    /// A public key.
    PublicKey,
    /// A certificate or a request for one.
    Certificate,
    /// A private key in a form of another program, e.g. PuTTY.
    ForeignFormat {
        /// The form.
        name: &'static str,
        /// How to convert it.
        advice: &'static str,
    },
    /// The file ends too early.
    Truncated,
    /// A character that cannot be in a key file.
    DamagedBase64,
    /// The content contradicts itself.
    Damaged,
    /// A kind of key that the APIs or browsers do not take.
    UnsupportedKind {
        /// Its name.
        name: String,
    },
    /// A curve that browsers do not have.
    UnsupportedCurve {
        /// Its name.
        name: String,
    },
    /// An RSA key of more than two primes.
    MultiPrime,
    /// An elliptic-curve key without its public half, or with one in the compressed form.
    NoPublicKey,
    /// An OpenSSH file that holds several keys.
    SeveralKeys,
    /// A passphrase is needed and none was given.
    NeedsPassphrase,
    /// The passphrase does not open the file.
    WrongPassphrase,
    /// Encrypted with a cipher that is not supported.
    UnsupportedCipher {
        /// Its name.
        name: String,
    },
    /// Encrypted under a key that was derived from the passphrase in a way that is not supported.
    UnsupportedKdf {
        /// Its name.
        name: String,
    },
    /// Deriving the key would take too long or too much memory in a browser.
    TooCostly,
}

const KINDS: &str = "RSA and ECDSA keys (P-256, P-384, P-521) work.";
const NEW_PASSPHRASE: &str = "Convert a copy with: ssh-keygen -p -Z aes256-ctr -f KEYFILE";

impl fmt::Display for KeyFileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("The file is empty."),
            Self::NotAKey => f.write_str(
                "This is not a private key. A private-key file begins with a line like “-----BEGIN OPENSSH PRIVATE KEY-----”.",
            ),
            Self::Binary => f.write_str(
                "This is not a text file. If it is a key in DER form, convert it with: openssl pkey -inform DER -in FILE -out KEYFILE",
            ),
            Self::PublicKey => f.write_str(
                "This is a public key. The private key is needed: usually the file of the same name without “.pub”.",
            ),
            Self::Certificate => {
                f.write_str("This is a certificate. The private key that belongs to it is needed.")
            }
            Self::ForeignFormat { name, advice } => write!(f, "This is {name}, which cannot be read. {advice}"),
            Self::Truncated => f.write_str("The end of the key is missing. Copy the whole file again."),
            Self::DamagedBase64 => f.write_str(
                "The key is damaged: it holds characters that do not belong there, or some are missing. Copy the whole file again.",
            ),
            Self::Damaged => {
                f.write_str("The key is damaged: what it holds does not fit together. Copy the whole file again.")
            }
            Self::UnsupportedKind { name } => write!(f, "Keys of the kind {name} cannot be used here. {KINDS}"),
            Self::UnsupportedCurve { name } => {
                write!(f, "The elliptic curve of this key ({name}) cannot be used in a browser. {KINDS}")
            }
            Self::MultiPrime => {
                f.write_str("This RSA key has more than two primes, which browsers do not take. Make an ordinary one.")
            }
            Self::NoPublicKey => f.write_str(
                "The file lacks the uncompressed public half of the key. Add it with: openssl ec -in KEYFILE -conv_form uncompressed -out NEWFILE",
            ),
            Self::SeveralKeys => f.write_str("The file holds several keys. Put the one to be used into a file of its own."),
            Self::NeedsPassphrase => f.write_str("The key is encrypted: its passphrase is needed."),
            Self::WrongPassphrase => f.write_str(
                "The passphrase does not open this key. If it is certainly right, the file is damaged.",
            ),
            Self::UnsupportedCipher { name } => {
                write!(f, "The key is encrypted with the cipher {name}, which is not supported. {NEW_PASSPHRASE}")
            }
            Self::UnsupportedKdf { name } => {
                write!(f, "The key is encrypted by way of {name}, which is not supported. {NEW_PASSPHRASE}")
            }
            Self::TooCostly => write!(
                f,
                "Opening this key would take a browser too long: it was encrypted with unusually many rounds. {NEW_PASSPHRASE}"
            ),
        }
    }
}

impl std::error::Error for KeyFileError {}

/// A name from a file, fit to be shown: short and printable.
pub(super) fn shown(name: &[u8]) -> String {
    let name: String = name
        .iter()
        .take(40)
        .map(|b| if b.is_ascii_graphic() || *b == b' ' { char::from(*b) } else { '?' })
        .collect();
    if name.is_empty() { "(no name)".to_owned() } else { name }
}
