//! Fingerprints as servers and `ssh-keygen` write them.

use base64::{Engine as _, engine::general_purpose::STANDARD_NO_PAD};
use md5::Md5;
use sha2::{Digest as _, Sha256};

/// `aa:bb:…`, lower hex.
pub(super) fn md5(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut text = String::with_capacity(47);
    for byte in Md5::digest(bytes) {
        if !text.is_empty() {
            text.push(':');
        }
        for nibble in [byte >> 4, byte & 15] {
            text.extend(DIGITS.get(usize::from(nibble)).map(|d| char::from(*d)));
        }
    }
    text
}

/// `SHA256:…`, Base64 without padding.
pub(super) fn sha256(bytes: &[u8]) -> String {
    format!("SHA256:{}", STANDARD_NO_PAD.encode(Sha256::digest(bytes)))
}
