//! A query made ready to be held against many rows. May depend on `store`.

use super::Query;
use crate::store::{Shelf, Stored, Symbols, TextColumn};

pub(crate) struct Matcher<'q> {
    words: Vec<Word<'q>>,
}

struct Word<'q> {
    text: &'q [u8],
    /// Whether the shared word of that number contains this one: looked up once per query, so that
    /// os, type, state, visibility and owner cost no text search per row.
    symbols: Vec<bool>,
}

impl<'q> Matcher<'q> {
    pub(crate) fn new(query: &'q Query, symbols: &Symbols) -> Self {
        let words = query.words().iter().map(|word| {
            let word = word.as_bytes();
            Word {
                text: word,
                symbols: symbols.folded().map(|text| contains(text.as_bytes(), word)).collect(),
            }
        });
        Self { words: words.collect() }
    }

    pub(crate) fn matches(&self, shelf: &Shelf, row: &Stored) -> bool {
        let text = shelf.folded(row).as_bytes();
        let id = shelf.text(row, TextColumn::Id).as_bytes();
        self.words.iter().all(|word| {
            row.symbols.iter().any(|s| word.symbols.get(s.0 as usize).is_some_and(|hit| *hit))
                || contains(text, word.text)
                || contains(id, word.text)
        })
    }
}

/// Whether a word stands in a text. Both are short, and the rare long way round is cheaper than the
/// kilobytes of a search that is fast for all texts.
fn contains(mut text: &[u8], word: &[u8]) -> bool {
    let Some((first, rest)) = word.split_first() else { return true };
    // The same search that finds the ends of strings in JSON, so that it is compiled once.
    while let Some(at) = memchr::memchr2(*first, *first, text) {
        text = text.get(at + 1..).unwrap_or_default();
        if text.starts_with(rest) {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::contains;

    #[test]
    fn a_word_is_found_wherever_it_begins() {
        for (text, word, found) in [
            ("aab", "ab", true),
            ("abab", "bab", true),
            ("abc", "", true),
            ("", "a", false),
            ("ab", "abc", false),
            ("größe", "öß", true),
        ] {
            assert_eq!(contains(text.as_bytes(), word.as_bytes()), found, "{word} in {text}");
        }
    }
}
