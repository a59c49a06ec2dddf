//! From a passphrase to a key.

use md5::Md5;
use pbkdf2::pbkdf2_hmac;
use sha1::Sha1;
use sha2::{Digest as _, Sha256, Sha512};
use zeroize::Zeroizing;

use crate::key_file::KeyFileError;
use crate::key_file::der::{Reader, oid};

// What takes a browser longer than some ten seconds, or more than 64 MB, is refused: the caller
// stands still meanwhile. Measured in wasm: 24 rounds of bcrypt and 300,000 iterations of PBKDF2 take
// about a second each.
const MOST_BCRYPT_ROUNDS: u32 = 256;
const MOST_PBKDF2_ITERATIONS: u32 = 3_000_000;
const MOST_SCRYPT_BLOCKS: u64 = 512 * 1024;

/// The ways that are supported, with their parameters.
pub(super) enum Kdf {
    /// OpenSSH.
    Bcrypt { salt: Vec<u8>, rounds: u32 },
    /// Traditional PEM: `EVP_BytesToKey` of OpenSSL with MD5 and one iteration.
    Md5 { salt: [u8; 8] },
    /// PKCS#8 (RFC 8018 §5.2).
    Pbkdf2 { salt: Vec<u8>, iterations: u32, prf: Prf },
    /// PKCS#8 (RFC 7914).
    Scrypt { salt: Vec<u8>, params: scrypt::Params },
}

/// The hash within PBKDF2.
#[derive(Clone, Copy)]
pub(super) enum Prf {
    Sha1,
    Sha256,
    Sha512,
}

impl Kdf {
    pub(super) fn bcrypt(salt: &[u8], rounds: u32) -> Result<Self, KeyFileError> {
        match rounds {
            0 => Err(KeyFileError::Damaged),
            1..=MOST_BCRYPT_ROUNDS if !salt.is_empty() => Ok(Self::Bcrypt { salt: salt.to_vec(), rounds }),
            1..=MOST_BCRYPT_ROUNDS => Err(KeyFileError::Damaged),
            _ => Err(KeyFileError::TooCostly),
        }
    }

    /// From `keyDerivationFunc` of PBES2.
    pub(super) fn pkcs8(mut function: Reader<'_>) -> Result<Self, KeyFileError> {
        let object = function.object()?;
        match object {
            oid::PBKDF2 => Self::pbkdf2(function.sequence()?),
            oid::SCRYPT => Self::scrypt(function.sequence()?),
            _ => Err(KeyFileError::UnsupportedKdf { name: oid::name(object) }),
        }
    }

    fn pbkdf2(mut fields: Reader<'_>) -> Result<Self, KeyFileError> {
        let salt = fields.octet_string()?.to_vec();
        let iterations = fields.small()?;
        // The length of the key follows from the cipher.
        let _length = fields.optional_natural()?;
        let prf = match fields.optional_sequence()? {
            None => Prf::Sha1,
            Some(mut prf) => match prf.object()? {
                oid::HMAC_SHA1 => Prf::Sha1,
                oid::HMAC_SHA256 => Prf::Sha256,
                oid::HMAC_SHA512 => Prf::Sha512,
                other => return Err(KeyFileError::UnsupportedKdf { name: oid::name(other) }),
            },
        };
        match iterations {
            0 => Err(KeyFileError::Damaged),
            1..=MOST_PBKDF2_ITERATIONS => Ok(Self::Pbkdf2 { salt, iterations, prf }),
            _ => Err(KeyFileError::TooCostly),
        }
    }

    fn scrypt(mut fields: Reader<'_>) -> Result<Self, KeyFileError> {
        let salt = fields.octet_string()?.to_vec();
        let (cost, block, parallel) = (fields.small()?, fields.small()?, fields.small()?);
        if !cost.is_power_of_two() || block == 0 || parallel == 0 {
            return Err(KeyFileError::Damaged);
        }
        let blocks = u64::from(cost).saturating_mul(block.into());
        if blocks.saturating_mul(parallel.into()) > MOST_SCRYPT_BLOCKS {
            return Err(KeyFileError::TooCostly);
        }
        let log = u8::try_from(cost.trailing_zeros()).map_err(|_| KeyFileError::Damaged)?;
        let params = scrypt::Params::new(log, block, parallel).map_err(|_| KeyFileError::Damaged)?;
        Ok(Self::Scrypt { salt, params })
    }

    /// Makes `length` bytes.
    pub(super) fn derive(
        &self,
        passphrase: &[u8],
        length: usize,
    ) -> Result<Zeroizing<Vec<u8>>, KeyFileError> {
        let mut out = Zeroizing::new(vec![0; length]);
        match self {
            Self::Bcrypt { salt, rounds } => bcrypt_pbkdf::bcrypt_pbkdf(passphrase, salt, *rounds, &mut out)
                .map_err(|_| KeyFileError::Damaged)?,
            Self::Md5 { salt } => bytes_to_key(passphrase, salt, &mut out),
            Self::Pbkdf2 { salt, iterations, prf: Prf::Sha1 } => {
                pbkdf2_hmac::<Sha1>(passphrase, salt, *iterations, &mut out);
            }
            Self::Pbkdf2 { salt, iterations, prf: Prf::Sha256 } => {
                pbkdf2_hmac::<Sha256>(passphrase, salt, *iterations, &mut out);
            }
            Self::Pbkdf2 { salt, iterations, prf: Prf::Sha512 } => {
                pbkdf2_hmac::<Sha512>(passphrase, salt, *iterations, &mut out);
            }
            Self::Scrypt { salt, params } => {
                scrypt::scrypt(passphrase, salt, params, &mut out).map_err(|_| KeyFileError::Damaged)?;
            }
        }
        Ok(out)
    }
}

/// Each block is the MD5 of the one before, the passphrase and the salt.
fn bytes_to_key(passphrase: &[u8], salt: &[u8], out: &mut [u8]) {
    let mut block = Zeroizing::new([0_u8; 16]);
    for (i, chunk) in out.chunks_mut(16).enumerate() {
        let before: &[u8] = if i == 0 { &[] } else { block.as_slice() };
        let next = Md5::new().chain_update(before).chain_update(passphrase).chain_update(salt).finalize();
        block.copy_from_slice(&next);
        for (to, from) in chunk.iter_mut().zip(block.iter()) {
            *to = *from;
        }
    }
}
