//! Keys on elliptic curves. The point is taken as the file states it: WebCrypto checks on import
//! that it belongs to the private number, so no arithmetic on curves is needed here.

use zeroize::Zeroizing;

use super::ssh;
use crate::Curve;
use crate::key_file::KeyFileError;
use crate::key_file::der::{bit_string, explicit, integer, object, octet_string, oid, sequence};

/// An elliptic-curve key.
pub(in crate::key_file) struct EcKey {
    curve: Curve,
    scalar: Zeroizing<Vec<u8>>,
    point: Vec<u8>,
}

impl EcKey {
    /// A key from its private number, of any length with zeros in front, and its uncompressed point.
    pub(in crate::key_file) fn new(curve: Curve, number: &[u8], point: &[u8]) -> Result<Self, KeyFileError> {
        let size = curve.field_bytes();
        match point {
            [0x04, coordinates @ ..] if coordinates.len() == 2 * size => {}
            [] | [0x02 | 0x03, ..] => return Err(KeyFileError::NoPublicKey),
            _ => return Err(KeyFileError::Damaged),
        }
        let start = number.iter().position(|b| *b != 0).ok_or(KeyFileError::Damaged)?;
        let number = number.get(start..).unwrap_or_default();
        let padding = size.checked_sub(number.len()).ok_or(KeyFileError::Damaged)?;
        let mut scalar = Zeroizing::new(Vec::with_capacity(size));
        scalar.resize(padding, 0);
        scalar.extend_from_slice(number);
        Ok(Self { curve, scalar, point: point.to_vec() })
    }

    pub(super) fn curve(&self) -> Curve {
        self.curve
    }

    pub(super) fn point(&self) -> &[u8] {
        &self.point
    }

    /// `AlgorithmIdentifier` (RFC 5480 §2.1).
    pub(super) fn algorithm(&self) -> Zeroizing<Vec<u8>> {
        let curve = match self.curve {
            Curve::P256 => oid::P256,
            Curve::P384 => oid::P384,
            Curve::P521 => oid::P521,
        };
        sequence(&[&object(oid::EC), &object(curve)])
    }

    /// `ECPrivateKey` (RFC 5915 §3) as it stands in PKCS#8: the curve is named outside already.
    pub(super) fn sec1(&self) -> Zeroizing<Vec<u8>> {
        sequence(&[&integer(&[1]), &octet_string(&self.scalar), &explicit(1, &bit_string(&self.point))])
    }

    pub(super) fn ssh_blob(&self) -> Vec<u8> {
        let curve = ssh_name(self.curve);
        let mut blob = Vec::new();
        ssh::push_string(&mut blob, format!("ecdsa-sha2-{curve}").as_bytes());
        ssh::push_string(&mut blob, curve.as_bytes());
        ssh::push_string(&mut blob, &self.point);
        blob
    }
}

const fn ssh_name(curve: Curve) -> &'static str {
    match curve {
        Curve::P256 => "nistp256",
        Curve::P384 => "nistp384",
        Curve::P521 => "nistp521",
    }
}

/// The curve an object identifier names.
pub(in crate::key_file) fn curve_by_oid(object: &[u8]) -> Result<Curve, KeyFileError> {
    match object {
        oid::P256 => Ok(Curve::P256),
        oid::P384 => Ok(Curve::P384),
        oid::P521 => Ok(Curve::P521),
        _ => Err(KeyFileError::UnsupportedCurve { name: oid::name(object) }),
    }
}
