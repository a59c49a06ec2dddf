//! The algorithm words of a signature.

use md5::Digest;
use sha1::Sha1;
use sha2::{Sha256, Sha512};

/// What a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// RSA with PKCS#1 v1.5 padding.
    Rsa,
    /// ECDSA over a NIST curve, DER form.
    Ecdsa,
    /// Known by name; no emulated account has such a key.
    Other,
}

/// The digest that is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hash {
    /// SHA-1
    Sha1,
    /// SHA-256
    Sha256,
    /// SHA-512
    Sha512,
}

impl Hash {
    /// The digest of a text.
    pub fn digest(self, text: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha1 => Sha1::digest(text).to_vec(),
            Self::Sha256 => Sha256::digest(text).to_vec(),
            Self::Sha512 => Sha512::digest(text).to_vec(),
        }
    }
}

/// An algorithm that the upstream allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Algorithm {
    /// Kind of key.
    pub family: Family,
    /// Digest.
    pub hash: Hash,
}

impl Algorithm {
    /// Reads the word, whatever its case.
    pub fn parse(word: &str) -> Option<Self> {
        let word = word.to_ascii_lowercase();
        let (family, hash) = word.split_once('-')?;
        let family = match family {
            "rsa" => Family::Rsa,
            "ecdsa" => Family::Ecdsa,
            "dsa" => Family::Other,
            "ed25519" if hash == "sha512" => Family::Other,
            _ => return None,
        };
        let hash = match hash {
            "sha1" => Hash::Sha1,
            "sha256" => Hash::Sha256,
            "sha512" => Hash::Sha512,
            _ => return None,
        };
        Some(Self { family, hash })
    }
}
