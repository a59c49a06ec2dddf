//! Lower case, for comparing what people type.
//!
//! A browser has the tables for it, and the library's weigh five kilobytes: the page says at its start who
//! does it there ([`by`]). Natively the library does.
//!
//! May depend on nothing.

use std::sync::OnceLock;

static BY: OnceLock<fn(&str) -> String> = OnceLock::new();

/// Lets another do it from now on; the first one stays.
pub fn by(lower: fn(&str) -> String) {
    let _ = BY.set(lower);
}

/// The text in lower case, each letter as if it stood alone, so that a part of a word gives a part.
#[must_use]
pub fn lower(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let lower = BY.get().map_or_else(|| library(text), |by| by(text));
    // Both small sigmas are one capital; which of them is right depends on what stands after.
    if lower.contains('ς') { lower.replace('ς', "σ") } else { lower }
}

#[cfg(not(target_arch = "wasm32"))]
fn library(text: &str) -> String {
    text.to_lowercase()
}

#[cfg(target_arch = "wasm32")]
fn library(text: &str) -> String {
    text.to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_does_not_look_at_its_neighbours() {
        assert_eq!(lower("Grüße ÄÖÜ"), "grüße äöü");
        assert_eq!(lower("ΟΔΟΣ"), "οδοσ");
        assert!(lower("ΟΔΟΣ ΑΒ").contains(&lower("ΟΔΟΣ")));
    }
}
