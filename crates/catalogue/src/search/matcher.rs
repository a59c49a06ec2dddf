//! A query made ready to be held against many rows. May depend on `store`.

use super::Query;
use crate::store::{Shelf, Stored, Symbols, TextColumn};
use memchr::memmem::Finder;

pub(crate) struct Matcher<'q> {
    words: Vec<Word<'q>>,
}

struct Word<'q> {
    finder: Finder<'q>,
    /// Whether the shared word of that number contains this one: looked up once per query, so that
    /// os, type, state, visibility and owner cost no text search per row.
    symbols: Vec<bool>,
}

impl<'q> Matcher<'q> {
    pub(crate) fn new(query: &'q Query, symbols: &Symbols) -> Self {
        let words = query.words().iter().map(|word| {
            let finder = Finder::new(word.as_bytes());
            let symbols = symbols.folded().map(|text| finder.find(text.as_bytes()).is_some()).collect();
            Word { finder, symbols }
        });
        Self { words: words.collect() }
    }

    pub(crate) fn matches(&self, shelf: &Shelf, row: &Stored) -> bool {
        let text = shelf.folded(row).as_bytes();
        let id = shelf.text(row, TextColumn::Id).as_bytes();
        self.words.iter().all(|word| {
            row.symbols.iter().any(|s| word.symbols.get(s.0 as usize).is_some_and(|hit| *hit))
                || word.finder.find(text).is_some()
                || word.finder.find(id).is_some()
        })
    }
}
