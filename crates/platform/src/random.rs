//! Random identifiers.

use std::fmt::Write;

use crate::js::{BrowserError, global};

/// A version 4 UUID in lower case. Made from `getRandomValues`, which unlike `randomUUID` is there
/// without a secure context too.
///
/// # Errors
/// When the browser has no source of randomness.
pub fn uuid_v4() -> Result<String, BrowserError> {
    let mut bytes = [0_u8; 16];
    let crypto: web_sys::Crypto =
        global(&["crypto"]).ok_or_else(|| BrowserError::says("this browser has no source of randomness"))?;
    crypto.get_random_values_with_u8_array(&mut bytes)?;
    Ok(uuid_from(bytes))
}

fn uuid_from(mut bytes: [u8; 16]) -> String {
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let mut out = String::with_capacity(36);
    for (at, byte) in bytes.iter().enumerate() {
        if matches!(at, 4 | 6 | 8 | 10) {
            out.push('-');
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{byte:02x}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::uuid_from;

    #[test]
    fn version_and_variant_are_marked() {
        assert_eq!(uuid_from([0; 16]), "00000000-0000-4000-8000-000000000000");
        assert_eq!(uuid_from([255; 16]), "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
