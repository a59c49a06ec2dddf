//! Kinds of key and the signature algorithms they are used with.

use std::fmt;

/// The elliptic curves that WebCrypto knows and OpenSSH makes keys on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Curve {
    /// NIST P-256, also called prime256v1 and secp256r1.
    P256,
    /// NIST P-384, also called secp384r1.
    P384,
    /// NIST P-521, also called secp521r1. Not every browser has it.
    P521,
}

impl Curve {
    /// The name WebCrypto uses as `namedCurve`.
    #[must_use]
    pub const fn webcrypto_name(self) -> &'static str {
        match self {
            Self::P256 => "P-256",
            Self::P384 => "P-384",
            Self::P521 => "P-521",
        }
    }

    /// Bytes of one coordinate, and of each half of a raw signature.
    #[must_use]
    pub const fn field_bytes(self) -> usize {
        match self {
            Self::P256 => 32,
            Self::P384 => 48,
            Self::P521 => 66,
        }
    }
}

/// The kinds of key the console signs with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum KeyKind {
    /// RSA, with the size of its modulus.
    Rsa {
        /// Size of the modulus in bits.
        bits: u32,
    },
    /// ECDSA on one of the NIST curves.
    Ecdsa {
        /// The curve the key lies on.
        curve: Curve,
    },
}

impl KeyKind {
    /// The algorithm the console signs with when it has a key of this kind.
    ///
    /// The contract (triton-cloudapi.md §2.1) lists `*-sha384` as allowed, but the server's header
    /// parser rejects it, so P-384 cannot be paired with the hash of its own size. Any hash that is
    /// accepted works with any curve; SHA-512 is taken for the two larger ones because ECDSA then
    /// uses as many bits as the curve has, and never fewer.
    #[must_use]
    pub const fn algorithm(self) -> Algorithm {
        match self {
            Self::Rsa { .. } => Algorithm::RsaSha256,
            Self::Ecdsa { curve: Curve::P256 } => Algorithm::EcdsaSha256,
            Self::Ecdsa { curve: Curve::P384 | Curve::P521 } => Algorithm::EcdsaSha512,
        }
    }

    /// A remark for the owner of the key, where the kind gives reason for one.
    #[must_use]
    pub fn remark(self) -> Option<String> {
        match self {
            Self::Rsa { bits } if bits < 2048 => Some(format!(
                "An RSA key of {bits} bits works, but it is too short to be safe today. Use 2048 bits or more."
            )),
            Self::Ecdsa { curve: Curve::P521 } => {
                Some("Not every browser can sign with P-521. P-256 and P-384 work everywhere.".to_owned())
            }
            _ => None,
        }
    }
}

impl fmt::Display for KeyKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rsa { bits } => write!(f, "RSA, {bits} bits"),
            Self::Ecdsa { curve } => write!(f, "ECDSA, {}", curve.webcrypto_name()),
        }
    }
}

/// The signature algorithms the console produces (triton-cloudapi.md §2.1, oci-compute.md §2.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Algorithm {
    /// `rsa-sha256`: RSASSA-PKCS1-v1_5 with SHA-256.
    RsaSha256,
    /// `ecdsa-sha256`.
    EcdsaSha256,
    /// `ecdsa-sha512`.
    EcdsaSha512,
}

impl Algorithm {
    /// The name in the `Authorization` header.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::RsaSha256 => "rsa-sha256",
            Self::EcdsaSha256 => "ecdsa-sha256",
            Self::EcdsaSha512 => "ecdsa-sha512",
        }
    }

    /// The name of the scheme in WebCrypto.
    #[must_use]
    pub const fn webcrypto_name(self) -> &'static str {
        match self {
            Self::RsaSha256 => "RSASSA-PKCS1-v1_5",
            Self::EcdsaSha256 | Self::EcdsaSha512 => "ECDSA",
        }
    }

    /// The name of the hash in WebCrypto: for RSA it is given on import, for ECDSA on each signature.
    #[must_use]
    pub const fn webcrypto_hash(self) -> &'static str {
        match self {
            Self::RsaSha256 | Self::EcdsaSha256 => "SHA-256",
            Self::EcdsaSha512 => "SHA-512",
        }
    }

    /// The bytes that go into the header, from those WebCrypto returned: ECDSA signatures become
    /// DER, RSA ones stay as they are.
    ///
    /// # Errors
    /// [`SignError::MalformedSignature`](crate::SignError::MalformedSignature) when an ECDSA
    /// signature is not two halves of the same length.
    pub fn wire_signature(self, from_webcrypto: &[u8]) -> Result<Vec<u8>, crate::SignError> {
        match self {
            Self::RsaSha256 => Ok(from_webcrypto.to_vec()),
            Self::EcdsaSha256 | Self::EcdsaSha512 => crate::ecdsa_raw_to_der(from_webcrypto),
        }
    }
}
