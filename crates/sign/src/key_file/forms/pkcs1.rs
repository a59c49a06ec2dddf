//! `RSAPrivateKey` (RFC 8017 A.1.2).

use crate::key_file::KeyFileError;
use crate::key_file::der::sequence_in;
use crate::key_file::key::{Key, RsaKey, RsaNumbers};

/// Reads the decrypted content.
pub(super) fn parse(content: &[u8]) -> Result<Key, KeyFileError> {
    let mut fields = sequence_in(content)?;
    match fields.natural()? {
        [] => {}
        [1] => return Err(KeyFileError::MultiPrime),
        _ => return Err(KeyFileError::Damaged),
    }
    let (modulus, public_exponent, private_exponent) =
        (fields.natural()?, fields.natural()?, fields.natural()?);
    let (prime1, prime2) = (fields.natural()?, fields.natural()?);
    let (exponent1, exponent2, coefficient) = (fields.natural()?, fields.natural()?, fields.natural()?);
    fields.end()?;
    let numbers = RsaNumbers { modulus, public_exponent, private_exponent, prime1, prime2, coefficient };
    let key = RsaKey::new(&numbers)?;
    if !key.has_exponents(exponent1, exponent2) {
        return Err(KeyFileError::Damaged);
    }
    Ok(Key::Rsa(key))
}
