//! Making texts comparable without regard to case. May depend on `core`.

use image_console_core::lower;

/// Appends the folded text: lower case character by character (no look at neighbours, so that a
/// part of a word folds like the whole), control characters as spaces, so that a line break can
/// separate fields.
pub(crate) fn fold_into(text: &str, out: &mut String) {
    if text.bytes().all(|b| (b' '..0x7f).contains(&b)) {
        let start = out.len();
        out.push_str(text);
        if let Some(new) = out.get_mut(start..) {
            new.make_ascii_lowercase();
        }
        return;
    }
    out.extend(lower(text).chars().map(|c| if c.is_control() { ' ' } else { c }));
}

/// Whether folding would change nothing.
pub(crate) fn is_folded(text: &str) -> bool {
    text.bytes().all(|b| (b' '..0x7f).contains(&b) && !b.is_ascii_uppercase()) || folded(text) == text
}

/// The folded text.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn folding_a_part_gives_a_part(text in "\\PC{0,12}", cut in 0usize..12, len in 0usize..12) {
            let part: String = text.chars().skip(cut).take(len).collect();
            prop_assert!(folded(&text).contains(&folded(&part)));
        }

        #[test]
        fn folding_twice_changes_nothing(text in ".{0,12}") {
            prop_assert_eq!(folded(&folded(&text)), folded(&text));
        }
    }
}
