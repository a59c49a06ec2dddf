//! What may be written into the fields of the restore dialog (contract §3). Which texts are versions
//! is not documented, so what registries usually refuse only warns.

use crate::finding::Finding;

/// The longest tag that container registries agree on, in characters.
const LONGEST: usize = 128;

/// `version`; optional.
#[must_use]
pub fn version(value: &str) -> Finding {
    if value.is_empty() {
        return Finding::Fine;
    }
    if value.chars().any(char::is_control) || value.trim().is_empty() {
        return Finding::Error("Write a version such as 0.0.1, or nothing at all.".to_owned());
    }
    if let Some(odd) = value.chars().find(|c| !(c.is_ascii_alphanumeric() || "_.-".contains(*c))) {
        let shown = if odd == ' ' { "A space".to_owned() } else { format!("“{odd}”") };
        return Finding::Warning(format!(
            "{shown} is unusual in a version: registries take letters, digits and _ . - only."
        ));
    }
    if value.starts_with(['.', '-']) {
        return Finding::Warning(
            "Registries take a version that begins with a letter, a digit or _ only.".to_owned(),
        );
    }
    if value.len() > LONGEST {
        return Finding::Warning(format!("Registries take at most {LONGEST} characters."));
    }
    Finding::Fine
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_optional_and_what_is_unusual_only_warns() {
        for fine in ["", "0.0.1", "v1-rc.2_x", &"a".repeat(128)] {
            assert_eq!(version(fine), Finding::Fine, "{fine}");
        }
        for odd in ["1:2", "a b", "-x", "ü", &"a".repeat(129)] {
            assert!(matches!(version(odd), Finding::Warning(_)), "{odd}");
        }
        for bad in [" ", "a\nb"] {
            assert!(!version(bad).may_be_sent(), "{bad:?}");
        }
    }
}
