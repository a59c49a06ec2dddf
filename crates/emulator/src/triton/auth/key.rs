//! A public key as an account holds it: an OpenSSH line, read for real.

use base64::{Engine, engine::general_purpose::STANDARD};
use md5::{Digest, Md5};
use p256::ecdsa::signature::hazmat::PrehashVerifier;
use rsa::{BigUint, Pkcs1v15Sign, RsaPublicKey};
use sha1::Sha1;
use sha2::{Sha256, Sha512};

use super::Algorithm;
use super::algorithm::{Family, Hash};

/// A key with its name and fingerprint.
#[derive(Clone, Debug)]
pub struct Key {
    /// Its name in the account.
    pub name: &'static str,
    /// The OpenSSH line.
    pub line: &'static str,
    /// MD5 over the key's wire form, as colon-separated hexadecimal.
    pub fingerprint: String,
    public: Public,
}

#[derive(Clone)]
enum Public {
    Rsa(RsaPublicKey),
    P256(p256::ecdsa::VerifyingKey),
    P384(p384::ecdsa::VerifyingKey),
    P521(p521::ecdsa::VerifyingKey),
}

impl Key {
    /// Reads an OpenSSH public key line; none when it is not one of a supported kind.
    pub fn read(name: &'static str, line: &'static str) -> Option<Self> {
        let line = line.trim();
        let blob = STANDARD.decode(line.split(' ').nth(1)?).ok()?;
        let fingerprint: Vec<_> = Md5::digest(&blob).iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { name, line, fingerprint: fingerprint.join(":"), public: Public::read(&blob)? })
    }

    /// Whether a key reference means this key: by fingerprint or by name.
    pub fn answers_to(&self, reference: &str) -> bool {
        reference == self.name || reference == self.fingerprint
    }

    /// Whether the signature is this key's over the text.
    pub fn verifies(&self, algorithm: Algorithm, text: &[u8], signature: &[u8]) -> bool {
        let digest = algorithm.hash.digest(text);
        match (&self.public, algorithm.family) {
            (Public::Rsa(key), Family::Rsa) => {
                let scheme = match algorithm.hash {
                    Hash::Sha1 => Pkcs1v15Sign::new::<Sha1>(),
                    Hash::Sha256 => Pkcs1v15Sign::new::<Sha256>(),
                    Hash::Sha512 => Pkcs1v15Sign::new::<Sha512>(),
                };
                key.verify(scheme, &digest, signature).is_ok()
            }
            (Public::P256(key), Family::Ecdsa) => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&widened(digest, 32), &signature).is_ok()),
            (Public::P384(key), Family::Ecdsa) => p384::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&widened(digest, 48), &signature).is_ok()),
            (Public::P521(key), Family::Ecdsa) => p521::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(&widened(digest, 66), &signature).is_ok()),
            _ => false,
        }
    }
}

impl std::fmt::Debug for Public {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Public")
    }
}

impl Public {
    fn read(blob: &[u8]) -> Option<Self> {
        let mut parts = Parts(blob);
        match parts.next()? {
            b"ssh-rsa" => {
                let exponent = BigUint::from_bytes_be(parts.next()?);
                let modulus = BigUint::from_bytes_be(parts.next()?);
                RsaPublicKey::new(modulus, exponent).ok().map(Self::Rsa)
            }
            b"ecdsa-sha2-nistp256" => {
                p256::ecdsa::VerifyingKey::from_sec1_bytes(parts.nth(1)?).ok().map(Self::P256)
            }
            b"ecdsa-sha2-nistp384" => {
                p384::ecdsa::VerifyingKey::from_sec1_bytes(parts.nth(1)?).ok().map(Self::P384)
            }
            b"ecdsa-sha2-nistp521" => {
                p521::ecdsa::VerifyingKey::from_sec1_bytes(parts.nth(1)?).ok().map(Self::P521)
            }
            _ => None,
        }
    }
}

/// A digest shorter than the curve's field is the same number with zeros in front; the curves'
/// crates want it written out.
fn widened(digest: Vec<u8>, width: usize) -> Vec<u8> {
    let mut wide = vec![0; width.saturating_sub(digest.len())];
    wide.extend(digest);
    wide
}

/// The length-prefixed strings of an OpenSSH blob.
struct Parts<'a>(&'a [u8]);

impl<'a> Iterator for Parts<'a> {
    type Item = &'a [u8];

    fn next(&mut self) -> Option<&'a [u8]> {
        let (length, rest) = self.0.split_first_chunk::<4>()?;
        let (part, rest) = rest.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        self.0 = rest;
        Some(part)
    }
}
