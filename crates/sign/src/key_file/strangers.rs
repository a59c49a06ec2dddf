//! Files that are not a private key in a readable form: telling which they are, to say what to do.

use super::KeyFileError;
use super::pem::Block;

/// Names a file in which no block of a readable private key was found.
pub(super) fn name(text: &str, blocks: &[Block<'_>]) -> KeyFileError {
    let trimmed = text.trim_start_matches('\u{feff}').trim();
    if trimmed.is_empty() {
        return KeyFileError::Empty;
    }
    if let Some(error) = blocks.iter().find_map(|b| by_label(b.label)) {
        return error;
    }
    if trimmed.starts_with("PuTTY-User-Key-File-") {
        return KeyFileError::ForeignFormat {
            name: "a PuTTY key",
            advice: "Convert it with: puttygen KEY.ppk -O private-openssh -o KEYFILE (or in PuTTYgen: Conversions, Export OpenSSH key)",
        };
    }
    if trimmed.starts_with("---- BEGIN SSH2 PUBLIC KEY") {
        return KeyFileError::PublicKey;
    }
    if trimmed.starts_with("---- BEGIN SSH2") {
        return KeyFileError::ForeignFormat {
            name: "a key in the form of SSH Tectia",
            advice: "Convert it with: ssh-keygen -i -f FILE > KEYFILE",
        };
    }
    if trimmed.starts_with('{') && trimmed.contains("\"kty\"") {
        return KeyFileError::ForeignFormat {
            name: "a JSON Web Key",
            advice: "Use the key as PEM or OpenSSH file.",
        };
    }
    if let Some(error) = by_public_line(trimmed) {
        return error;
    }
    if text.chars().any(|c| c == '\u{fffd}' || (c.is_control() && !c.is_whitespace())) {
        return KeyFileError::Binary;
    }
    // The last line of a key without the first, or half of the first: a copy that missed something.
    if trimmed.contains("PRIVATE KEY-----") || (blocks.is_empty() && trimmed.starts_with("-----BEGIN")) {
        return KeyFileError::Truncated;
    }
    KeyFileError::NotAKey
}

fn by_label(label: &str) -> Option<KeyFileError> {
    match label {
        _ if label.starts_with("PGP ") => Some(KeyFileError::ForeignFormat {
            name: "an OpenPGP key",
            advice: "An SSH key is needed, e.g. made with: ssh-keygen -t ecdsa",
        }),
        "DSA PRIVATE KEY" => Some(KeyFileError::UnsupportedKind { name: "DSA".to_owned() }),
        _ if label.ends_with("PUBLIC KEY") => Some(KeyFileError::PublicKey),
        _ if label.contains("CERTIFICATE") => Some(KeyFileError::Certificate),
        _ if label.ends_with("PRIVATE KEY") => {
            let name = label.trim_end_matches("PRIVATE KEY").trim();
            Some(KeyFileError::UnsupportedKind { name: super::error::shown(name.as_bytes()) })
        }
        _ => None,
    }
}

/// A line of `authorized_keys`, `known_hosts` or a `.pub` file.
fn by_public_line(text: &str) -> Option<KeyFileError> {
    let line = text.lines().find(|l| !l.trim_start().starts_with('#'))?;
    let mut words = line.split_whitespace();
    let kind = words
        .find(|w| ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| w.starts_with(start)))?;
    words.next().filter(|blob| blob.starts_with("AAAA"))?;
    Some(if kind.contains("-cert-v0") { KeyFileError::Certificate } else { KeyFileError::PublicKey })
}
