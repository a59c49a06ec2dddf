//! Encrypted key files: the cipher, and how its key is made from the passphrase.

mod cipher;
mod kdf;

use zeroize::Zeroizing;

use super::KeyFileError;
use super::der::{Reader, oid};
use super::error::shown;
use super::key::ssh::Wire;
use super::pem::DekInfo;
use cipher::Cipher;
use kdf::Kdf;

/// How a file is encrypted. Holds nothing secret.
pub(super) struct Lock {
    cipher: Cipher,
    kdf: Kdf,
    /// OpenSSH makes the initialisation vector from the passphrase, the others state it.
    iv: Option<Vec<u8>>,
}

impl Lock {
    /// From the header of an OpenSSH file.
    pub(super) fn openssh(cipher: &[u8], kdf: &[u8], options: &[u8]) -> Result<Self, KeyFileError> {
        let cipher =
            Cipher::openssh(cipher).ok_or_else(|| KeyFileError::UnsupportedCipher { name: shown(cipher) })?;
        if kdf != b"bcrypt" {
            return Err(KeyFileError::UnsupportedKdf { name: shown(kdf) });
        }
        let mut options = Wire(options);
        let kdf = Kdf::bcrypt(options.string()?, options.u32()?)?;
        Ok(Self { cipher, kdf, iv: None })
    }

    /// From the header of a traditional PEM file.
    pub(super) fn traditional(dek: &DekInfo<'_>) -> Result<Self, KeyFileError> {
        let cipher = Cipher::traditional(dek.cipher)
            .ok_or_else(|| KeyFileError::UnsupportedCipher { name: shown(dek.cipher.as_bytes()) })?;
        let salt = dek.iv.first_chunk().ok_or(KeyFileError::Damaged)?;
        Self::with_iv(cipher, Kdf::Md5 { salt: *salt }, &dek.iv)
    }

    /// From the `AlgorithmIdentifier` of an encrypted PKCS#8 file (RFC 8018 A.4).
    pub(super) fn pkcs8(mut algorithm: Reader<'_>) -> Result<Self, KeyFileError> {
        let scheme = algorithm.object()?;
        if scheme != oid::PBES2 {
            return Err(KeyFileError::UnsupportedCipher { name: oid::name(scheme) });
        }
        let mut parameters = algorithm.sequence()?;
        let kdf = Kdf::pkcs8(parameters.sequence()?)?;
        let mut encryption = parameters.sequence()?;
        let object = encryption.object()?;
        let cipher = Cipher::pkcs8(object)
            .ok_or_else(|| KeyFileError::UnsupportedCipher { name: oid::name(object) })?;
        Self::with_iv(cipher, kdf, encryption.octet_string()?)
    }

    fn with_iv(cipher: Cipher, kdf: Kdf, iv: &[u8]) -> Result<Self, KeyFileError> {
        if iv.len() != cipher.iv_len() {
            return Err(KeyFileError::Damaged);
        }
        Ok(Self { cipher, kdf, iv: Some(iv.to_vec()) })
    }

    /// Decrypts, and takes off the padding of PKCS#7 when there is one.
    pub(super) fn open(
        &self,
        content: &[u8],
        passphrase: &str,
        padded: bool,
    ) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
        let from_passphrase = if self.iv.is_none() { self.cipher.iv_len() } else { 0 };
        let derived = self.kdf.derive(passphrase.as_bytes(), self.cipher.key_len() + from_passphrase)?;
        let (key, iv) = derived.split_at_checked(self.cipher.key_len()).ok_or(KeyFileError::Damaged)?;
        let mut content = Zeroizing::new(content.to_vec());
        self.cipher.decrypt(key, self.iv.as_deref().unwrap_or(iv), &mut content)?;
        if padded {
            let pad = content.last().copied().unwrap_or(0);
            let length = content.len().checked_sub(usize::from(pad)).ok_or(KeyFileError::WrongPassphrase)?;
            let is_padding = content.iter().skip(length).all(|b| *b == pad);
            if !(1..=16).contains(&pad) || !is_padding {
                return Err(KeyFileError::WrongPassphrase);
            }
            content.truncate(length);
        }
        Ok(content)
    }
}
