//! PKCS#8, plain and encrypted (RFC 5958).

use zeroize::Zeroizing;

use super::{Format, Sealed, pkcs1, sec1};
use crate::key_file::KeyFileError;
use crate::key_file::der::{oid, sequence_in};
use crate::key_file::key::{Key, curve_by_oid};
use crate::key_file::lock::Lock;

/// Reads `EncryptedPrivateKeyInfo`.
pub(super) fn read_encrypted(bytes: &[u8]) -> Result<Sealed, KeyFileError> {
    let mut fields = sequence_in(bytes)?;
    let lock = Lock::pkcs8(fields.sequence()?)?;
    let content = Zeroizing::new(fields.octet_string()?.to_vec());
    fields.end()?;
    Ok(Sealed { lock: Some(lock), ..Sealed::plain(Format::Pkcs8, content) })
}

/// Reads `PrivateKeyInfo`. Attributes, which some tools add, say nothing the console needs.
pub(super) fn parse(content: &[u8]) -> Result<Key, KeyFileError> {
    let mut fields = sequence_in(content)?;
    if !matches!(fields.natural()?, [] | [1]) {
        return Err(KeyFileError::Damaged);
    }
    let mut algorithm = fields.sequence()?;
    let private = fields.octet_string()?;
    let _attributes = fields.optional_explicit(0)?;
    let public = fields.optional_implicit_bits(1)?;
    fields.end()?;
    match algorithm.object()? {
        oid::RSA => {
            algorithm.null_or_nothing()?;
            pkcs1::parse(private)
        }
        oid::EC => {
            let curve = algorithm.optional_object()?.ok_or_else(sec1::explicit_parameters)?;
            sec1::parse(private, Some(curve_by_oid(curve)?), public.unwrap_or_default())
        }
        other => Err(KeyFileError::UnsupportedKind { name: oid::name(other) }),
    }
}
