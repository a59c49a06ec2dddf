//! What was typed into the search field, as words. May depend on `search::fold`.

use super::fold;
use image_console_core::sorting;

/// A search: words separated by white space, in any order, each of which must be found in one of
/// name, version, id, os, type, state, visibility, owner or keywords of a row.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    words: Vec<String>,
}

impl Query {
    /// Reads what was typed. An id pasted with the quotes and comma around it is found as well.
    #[must_use]
    pub fn parse(typed: &str) -> Self {
        let folded = fold::folded(typed);
        let mut words: Vec<String> =
            folded.split_whitespace().map(|word| unquoted(word).to_owned()).collect();
        // The longest word rules out most rows, so it is looked for first.
        sorting::sort_by(&mut words, |a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
        words.dedup();
        Self { words }
    }

    /// Whether nothing is asked, so that every row matches.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(crate) fn words(&self) -> &[String] {
        &self.words
    }

    /// Whether all that this finds was found by `earlier` too: true for every letter typed at the
    /// end of a word, so that only the rows found last are looked at again.
    pub(crate) fn refines(&self, earlier: &Self) -> bool {
        earlier.words.iter().all(|old| self.words.iter().any(|new| new.contains(old.as_str())))
    }
}

/// Without surrounding quotes and commas when what remains looks like an id.
fn unquoted(word: &str) -> &str {
    let bare = word.trim_matches(['"', '\'', ',', ';', '`']);
    let uuid = bare.len() == 36 && bare.bytes().all(|b| b == b'-' || b.is_ascii_hexdigit());
    if uuid || bare.starts_with("ocid1.") { bare } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_id_loses_its_quotes_but_a_name_keeps_its_punctuation() {
        let id = "2b683a82-a066-11e3-97ab-2faa44701c5a";
        assert_eq!(Query::parse(&format!("\"{}\",", id.to_uppercase())).words(), [id]);
        assert_eq!(Query::parse("  base,  'x' ").words(), ["base,", "'x'"]);
        assert!(Query::parse(" \t\n").is_empty());
    }

    #[test]
    fn typing_on_refines_and_deleting_does_not() {
        let (short, long) = (Query::parse("ba 13"), Query::parse("13 base 4"));
        assert!(long.refines(&short));
        assert!(!short.refines(&long));
        assert!(short.refines(&Query::default()));
    }
}
