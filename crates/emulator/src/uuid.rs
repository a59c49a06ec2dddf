//! UUIDs as one number: cheap to compare and to keep a hundred thousand of.

use std::fmt;

/// A UUID. Only the lower-case 8-4-4-4-12 form is one (CloudAPI contract, section 1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Uuid(pub u128);

impl Uuid {
    /// Reads the canonical form; anything else is not a UUID.
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 36 {
            return None;
        }
        let mut value = 0u128;
        for (at, byte) in bytes.iter().enumerate() {
            let digit = match byte {
                b'-' if matches!(at, 8 | 13 | 18 | 23) => continue,
                _ if matches!(at, 8 | 13 | 18 | 23) => return None,
                b'0'..=b'9' => byte - b'0',
                b'a'..=b'f' => byte - b'a' + 10,
                _ => return None,
            };
            value = (value << 4) | u128::from(digit);
        }
        Some(Self(value))
    }

    /// A version 4 UUID from random bits.
    pub fn from_random(bits: u128) -> Self {
        let version = bits & !(0xf000_u128 << 64) | (0x4000_u128 << 64);
        Self(version & !(0xc000_u128 << 48) | (0x8000_u128 << 48))
    }

    /// Appends the canonical form; faster than formatting, for large catalogues.
    pub fn push_to(self, out: &mut String) {
        for place in 0..32 {
            if matches!(place, 8 | 12 | 16 | 20) {
                out.push('-');
            }
            let digit = (self.0 >> (124 - 4 * place)) as u8 & 0xf;
            out.push(char::from(if digit < 10 { b'0' + digit } else { b'a' + digit - 10 }));
        }
    }
}

impl fmt::Display for Uuid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut text = String::with_capacity(36);
        self.push_to(&mut text);
        f.write_str(&text)
    }
}

#[cfg(test)]
mod tests {
    use super::Uuid;

    #[test]
    fn only_the_lower_case_form_is_one() {
        let text = "2b683a82-a066-11e3-97ab-2faa44701c5a";
        assert_eq!(Uuid::parse(text).unwrap().to_string(), text);
        assert_eq!(Uuid::parse("2B683A82-A066-11E3-97AB-2FAA44701C5A"), None);
        assert_eq!(Uuid::parse("2b683a82a06611e397ab2faa44701c5a"), None);
        assert_eq!(Uuid::parse("2b683a82-a066-11e3-97ab-2faa44701c5"), None);
    }

    #[test]
    fn random_ones_are_of_version_4() {
        let text = Uuid::from_random(u128::MAX).to_string();
        assert_eq!(text, "ffffffff-ffff-4fff-bfff-ffffffffffff");
    }
}
