//! `ECPrivateKey` (RFC 5915 §3).

use crate::Curve;
use crate::key_file::KeyFileError;
use crate::key_file::der::sequence_in;
use crate::key_file::key::{EcKey, Key, curve_by_oid};

/// Reads the decrypted content. Within PKCS#8 the curve is named outside, and so may the point be.
pub(super) fn parse(content: &[u8], curve: Option<Curve>, point: &[u8]) -> Result<Key, KeyFileError> {
    let mut fields = sequence_in(content)?;
    if fields.natural()? != [1] {
        return Err(KeyFileError::Damaged);
    }
    let number = fields.octet_string()?;
    let named = match fields.optional_explicit(0)? {
        Some(mut parameters) => match parameters.optional_object()? {
            Some(object) => Some(curve_by_oid(object)?),
            None => return Err(explicit_parameters()),
        },
        None => None,
    };
    let curve = match (curve, named) {
        (Some(outer), Some(inner)) if outer != inner => return Err(KeyFileError::Damaged),
        (outer, inner) => outer.or(inner).ok_or(KeyFileError::Damaged)?,
    };
    let point = match fields.optional_explicit(1)? {
        Some(mut public) => public.bit_string()?,
        None => point,
    };
    fields.end()?;
    EcKey::new(curve, number, point).map(Key::Ec)
}

/// A curve given by its numbers instead of its name.
pub(super) fn explicit_parameters() -> KeyFileError {
    KeyFileError::UnsupportedCurve { name: "given by its parameters, not by name".to_owned() }
}
