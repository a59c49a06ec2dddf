//! `BEGIN OPENSSH PRIVATE KEY` (PROTOCOL.key in the sources of OpenSSH).

use zeroize::Zeroizing;

use super::{Format, Sealed};
use crate::key_file::error::shown;
use crate::key_file::key::ssh::Wire;
use crate::key_file::key::{EcKey, Key, RsaKey, RsaNumbers};
use crate::key_file::lock::Lock;
use crate::key_file::{KeyFileError, numbers::Natural};
use crate::{Curve, KeyKind};

type Result<T> = std::result::Result<T, KeyFileError>;

const MAGIC: &[u8] = b"openssh-key-v1\0";

/// Reads the outer part, which is never encrypted and holds the public key.
pub(super) fn read(bytes: &[u8]) -> Result<Sealed> {
    let mut wire = Wire(bytes.strip_prefix(MAGIC).ok_or(KeyFileError::Damaged)?);
    let (cipher, kdf, options) = (wire.string()?, wire.string()?, wire.string()?);
    match wire.u32()? {
        1 => {}
        0 => return Err(KeyFileError::Damaged),
        _ => return Err(KeyFileError::SeveralKeys),
    }
    let public = wire.string()?;
    let kind = public_kind(public)?;
    // Looked at before the rest is read: some ciphers put more behind the private part.
    let lock = if cipher == b"none" { None } else { Some(Lock::openssh(cipher, kdf, options)?) };
    let content = wire.string()?;
    if !wire.0.is_empty() {
        return Err(KeyFileError::Damaged);
    }
    Ok(Sealed {
        format: Format::OpenSsh,
        kind: Some(kind),
        public: Some(public.to_vec()),
        lock,
        content: Zeroizing::new(content.to_vec()),
    })
}

fn public_kind(blob: &[u8]) -> Result<KeyKind> {
    let mut wire = Wire(blob);
    match Kind::by_name(wire.string()?)? {
        Kind::Rsa => {
            wire.mpint()?;
            Ok(KeyKind::Rsa { bits: Natural::from_be(wire.mpint()?).bits() })
        }
        Kind::Ec(curve) => Ok(KeyKind::Ecdsa { curve }),
    }
}

/// Reads the inner part.
pub(super) fn parse(content: &[u8]) -> Result<(Key, Option<String>)> {
    let mut wire = Wire(content);
    // The same number twice: this is how a wrong passphrase is noticed.
    if wire.u32()? != wire.u32()? {
        return Err(KeyFileError::Damaged);
    }
    let key = match Kind::by_name(wire.string()?)? {
        Kind::Rsa => rsa(&mut wire)?,
        Kind::Ec(curve) => {
            let _name_again = wire.string()?;
            let point = wire.string()?;
            Key::Ec(EcKey::new(curve, wire.mpint()?, point)?)
        }
    };
    let comment = String::from_utf8_lossy(wire.string()?);
    let comment: String = comment.chars().filter(|c| !c.is_control()).collect();
    if wire.0.len() >= 256 || !wire.0.iter().zip(1_u8..).all(|(pad, n)| *pad == n) {
        return Err(KeyFileError::Damaged);
    }
    Ok((key, Some(comment.trim().to_owned()).filter(|c| !c.is_empty())))
}

fn rsa(wire: &mut Wire<'_>) -> Result<Key> {
    let modulus = wire.mpint()?;
    let public_exponent = wire.mpint()?;
    let private_exponent = wire.mpint()?;
    let coefficient = wire.mpint()?;
    let (prime1, prime2) = (wire.mpint()?, wire.mpint()?);
    RsaKey::new(&RsaNumbers { modulus, public_exponent, private_exponent, prime1, prime2, coefficient })
        .map(Key::Rsa)
}

enum Kind {
    Rsa,
    Ec(Curve),
}

impl Kind {
    fn by_name(name: &[u8]) -> Result<Self> {
        let name = match name {
            b"ssh-rsa" => return Ok(Self::Rsa),
            b"ecdsa-sha2-nistp256" => return Ok(Self::Ec(Curve::P256)),
            b"ecdsa-sha2-nistp384" => return Ok(Self::Ec(Curve::P384)),
            b"ecdsa-sha2-nistp521" => return Ok(Self::Ec(Curve::P521)),
            b"ssh-ed25519" => "Ed25519".to_owned(),
            b"ssh-dss" => "DSA".to_owned(),
            _ if name.starts_with(b"sk-") => format!("{} (held by a security key)", shown(name)),
            other => shown(other),
        };
        Err(KeyFileError::UnsupportedKind { name })
    }
}
