//! The key itself, whatever form it came in: checked numbers, and what is derived from them.

mod ec;
mod fingerprint;
mod rsa;
pub(super) mod ssh;

use zeroize::Zeroizing;

use super::PrivateKey;
use super::der::{self, bit_string};
use crate::KeyKind;
use base64::{Engine as _, engine::general_purpose::STANDARD};
pub(super) use ec::{EcKey, curve_by_oid};
pub(super) use rsa::{RsaKey, RsaNumbers};

/// A private key with its public half.
pub(super) enum Key {
    /// RSA.
    Rsa(RsaKey),
    /// On an elliptic curve.
    Ec(EcKey),
}

impl Key {
    pub(super) fn kind(&self) -> KeyKind {
        match self {
            Self::Rsa(key) => KeyKind::Rsa { bits: key.bits() },
            Self::Ec(key) => KeyKind::Ecdsa { curve: key.curve() },
        }
    }

    /// The public key as SSH writes it (RFC 4253 §6.6, RFC 5656 §3.1).
    pub(super) fn ssh_blob(&self) -> Vec<u8> {
        match self {
            Self::Rsa(key) => key.ssh_blob(),
            Self::Ec(key) => key.ssh_blob(),
        }
    }

    /// All that the console keeps of the key.
    pub(super) fn finish(&self, comment: Option<String>) -> PrivateKey {
        let (algorithm, private, public) = match self {
            Self::Rsa(key) => (key.algorithm(), key.pkcs1(), key.pkcs1_public()),
            Self::Ec(key) => (key.algorithm(), key.sec1(), Zeroizing::new(key.point().to_vec())),
        };
        let blob = self.ssh_blob();
        let name = ssh::name_of(&blob);
        let mut ssh_public_key = format!("{name} {}", STANDARD.encode(&blob));
        if let Some(comment) = &comment {
            ssh_public_key.push(' ');
            ssh_public_key.push_str(comment);
        }
        PrivateKey {
            kind: self.kind(),
            pkcs8_der: der::sequence(&[&der::integer(&[]), &algorithm, &der::octet_string(&private)]),
            fingerprint_md5: fingerprint::md5(&blob),
            fingerprint_sha256: fingerprint::sha256(&blob),
            oci_fingerprint: fingerprint::md5(&der::sequence(&[&algorithm, &bit_string(&public)])),
            ssh_public_key,
            comment,
        }
    }
}
