//! What can be wrong with the parts of a signature.

use std::fmt;

/// A part that cannot be signed or put into the header. The messages are for the person who typed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignError {
    /// A part of the key id is missing.
    Missing {
        /// What the part is called in the form.
        part: &'static str,
    },
    /// A part of the key id holds a character that would break the header apart.
    ForbiddenCharacter {
        /// What the part is called in the form.
        part: &'static str,
        /// The first such character.
        character: char,
    },
    /// `my` stands for the own account in paths only (triton-cloudapi.md §1, "Account segment").
    AliasForAccount,
    /// A signed value is empty, has space at its ends, or holds control characters.
    UnusableValue {
        /// The header it belongs to.
        name: &'static str,
    },
    /// The bytes of an ECDSA signature are not two numbers of the same length.
    MalformedSignature,
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { part } => write!(f, "The {part} is missing."),
            Self::ForbiddenCharacter { part, character } if character.is_control() || *character == ' ' => {
                write!(f, "The {part} holds a space, line break or control character that cannot be sent in a signature.")
            }
            Self::ForbiddenCharacter { part, character } => {
                write!(f, "The {part} must not contain “{character}”: it cannot be sent in a signature.")
            }
            Self::AliasForAccount => f.write_str(
                "“my” cannot be used here: a signature needs the account's own login name. “my” works in addresses only.",
            ),
            Self::UnusableValue { name } => write!(f, "The value of {name} cannot be signed as it is."),
            Self::MalformedSignature => f.write_str("The browser returned a signature of an unexpected form."),
        }
    }
}

impl std::error::Error for SignError {}

/// Checks one part of a key id: present, printable ASCII, and free of what structures the header
/// (`"` and `\`), and of those in `also` (what structures the key id itself).
pub(super) fn check_part(part: &'static str, text: &str, also: &[char]) -> Result<(), SignError> {
    if text.is_empty() {
        return Err(SignError::Missing { part });
    }
    let forbidden = |c: &char| !matches!(c, ' '..='~') || matches!(c, '"' | '\\') || also.contains(c);
    if let Some(character) = text.chars().find(forbidden) {
        return Err(SignError::ForbiddenCharacter { part, character });
    }
    if text.starts_with(' ') || text.ends_with(' ') {
        return Err(SignError::ForbiddenCharacter { part, character: ' ' });
    }
    Ok(())
}
