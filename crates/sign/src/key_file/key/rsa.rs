//! RSA keys: the numbers are checked against each other, because most forms of file have no
//! checksum, and a browser says no more about a damaged key than that it failed.

use zeroize::Zeroizing;

use super::ssh;
use crate::key_file::KeyFileError;
use crate::key_file::der::{integer, object, oid, sequence};
use crate::key_file::numbers::Natural;

/// The longest modulus browsers take, in bytes: 16384 bits.
const LONGEST: usize = 2048;

/// The numbers every form of file holds, big-endian without zeros in front.
#[derive(Clone, Copy)]
pub(in crate::key_file) struct RsaNumbers<'a> {
    pub(in crate::key_file) modulus: &'a [u8],
    pub(in crate::key_file) public_exponent: &'a [u8],
    pub(in crate::key_file) private_exponent: &'a [u8],
    pub(in crate::key_file) prime1: &'a [u8],
    pub(in crate::key_file) prime2: &'a [u8],
    pub(in crate::key_file) coefficient: &'a [u8],
}

/// An RSA key whose numbers fit together.
pub(in crate::key_file) struct RsaKey {
    n: Natural,
    e: Natural,
    d: Natural,
    p: Natural,
    q: Natural,
    dp: Natural,
    dq: Natural,
    qi: Natural,
}

impl RsaKey {
    /// Checks the numbers and computes the two that OpenSSH leaves out, `d mod (p-1)` and
    /// `d mod (q-1)`.
    pub(in crate::key_file) fn new(from: &RsaNumbers<'_>) -> Result<Self, KeyFileError> {
        let all = [
            from.modulus,
            from.public_exponent,
            from.private_exponent,
            from.prime1,
            from.prime2,
            from.coefficient,
        ];
        if all.iter().any(|number| number.len() > LONGEST) {
            return Err(KeyFileError::UnsupportedKind { name: "RSA with more than 16384 bits".to_owned() });
        }
        let [n, e, d, p, q, qi] = all.map(Natural::from_be);
        Self::fit(n, e, d, p, q, qi).ok_or(KeyFileError::Damaged)
    }

    fn fit(n: Natural, e: Natural, d: Natural, p: Natural, q: Natural, qi: Natural) -> Option<Self> {
        let (p1, q1) = (p.minus_one()?, q.minus_one()?);
        let product = e.times(&d);
        let fits = p.times(&q) == n
            && product.modulo(&p1)?.is_one()
            && product.modulo(&q1)?.is_one()
            && qi.times(&q).modulo(&p)?.is_one();
        let (dp, dq) = (d.modulo(&p1)?, d.modulo(&q1)?);
        fits.then_some(Self { n, e, d, p, q, dp, dq, qi })
    }

    pub(super) fn bits(&self) -> u32 {
        self.n.bits()
    }

    /// The exponents for each prime; PKCS#1 files state them, so they can be compared.
    pub(in crate::key_file) fn has_exponents(&self, dp: &[u8], dq: &[u8]) -> bool {
        self.dp.to_be().as_slice() == dp && self.dq.to_be().as_slice() == dq
    }

    /// `AlgorithmIdentifier` (RFC 3279 §2.3.1).
    pub(super) fn algorithm(&self) -> Zeroizing<Vec<u8>> {
        sequence(&[&object(oid::RSA), &[0x05, 0x00]])
    }

    /// `RSAPrivateKey` (RFC 8017 A.1.2).
    pub(super) fn pkcs1(&self) -> Zeroizing<Vec<u8>> {
        let [n, e, d, p, q, dp, dq, qi] =
            [&self.n, &self.e, &self.d, &self.p, &self.q, &self.dp, &self.dq, &self.qi]
                .map(|number| integer(&number.to_be()));
        sequence(&[&integer(&[]), &n, &e, &d, &p, &q, &dp, &dq, &qi])
    }

    /// `RSAPublicKey` (RFC 8017 A.1.1).
    pub(super) fn pkcs1_public(&self) -> Zeroizing<Vec<u8>> {
        sequence(&[&integer(&self.n.to_be()), &integer(&self.e.to_be())])
    }

    pub(super) fn ssh_blob(&self) -> Vec<u8> {
        let mut blob = Vec::new();
        ssh::push_string(&mut blob, b"ssh-rsa");
        ssh::push_mpint(&mut blob, &self.e.to_be());
        ssh::push_mpint(&mut blob, &self.n.to_be());
        blob
    }
}
