//! An API signing key: RSA with SHA-256, known by the fingerprint of its public half.

use std::fmt;

use md5::{Digest, Md5};
use rsa::pkcs8::{DecodePrivateKey, EncodePublicKey};
use rsa::traits::PublicKeyParts;
use rsa::{BigUint, Pkcs1v15Sign, RsaPrivateKey, RsaPublicKey};
use sha2::Sha256;

/// A key pair. The emulator holds both halves, because its proxy signs.
#[derive(Clone)]
pub struct Key {
    /// MD5 of the DER public key as colon-separated hexadecimal.
    pub fingerprint: String,
    private: RsaPrivateKey,
}

impl Key {
    /// Reads a private key in PKCS#8; none when it is not one.
    pub fn read(pem: &str) -> Option<Self> {
        let private = RsaPrivateKey::from_pkcs8_pem(pem).ok()?;
        let der = private.to_public_key().to_public_key_der().ok()?;
        let bytes: Vec<_> = Md5::digest(der.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Some(Self { fingerprint: bytes.join(":"), private })
    }

    /// Signs a text; none only if the key cannot.
    pub fn sign(&self, text: &str) -> Option<Vec<u8>> {
        self.private.sign(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(text)).ok()
    }

    /// Whether the signature is this key's over the text.
    pub fn verifies(&self, text: &str, signature: &[u8]) -> bool {
        verifies(&self.private.to_public_key(), text, signature)
    }

    /// Modulus and exponent, as a token carries them.
    pub fn public(&self) -> (Vec<u8>, Vec<u8>) {
        (self.private.n().to_bytes_be(), self.private.e().to_bytes_be())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.fingerprint)
    }
}

/// Whether a signature is that of the key with this modulus and exponent.
pub fn verifies_with(modulus: &[u8], exponent: &[u8], text: &str, signature: &[u8]) -> bool {
    let (n, e) = (BigUint::from_bytes_be(modulus), BigUint::from_bytes_be(exponent));
    RsaPublicKey::new(n, e).is_ok_and(|key| verifies(&key, text, signature))
}

fn verifies(key: &RsaPublicKey, text: &str, signature: &[u8]) -> bool {
    key.verify(Pkcs1v15Sign::new::<Sha256>(), &Sha256::digest(text), signature).is_ok()
}
