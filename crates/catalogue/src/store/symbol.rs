//! Words that many rows share are kept once. May depend on `search::fold`.

use super::hash::FastHash;
use crate::search::fold;
use std::collections::HashMap;
use std::sync::Arc;

/// A word by number; 0 is "not sent".
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Symbol(pub(crate) u32);

impl Symbol {
    pub(crate) const ABSENT: Self = Self(0);
}

pub(crate) struct Symbols {
    texts: Vec<Arc<str>>,
    folded: Vec<Arc<str>>,
    by_text: HashMap<Arc<str>, Symbol, FastHash>,
}

impl Default for Symbols {
    fn default() -> Self {
        // The place of "not sent"; never found by its text.
        Self { texts: vec!["".into()], folded: vec!["".into()], by_text: HashMap::default() }
    }
}

impl Symbols {
    /// The number of a word, new or known. Words stay for the life of the catalogue: they are few,
    /// and a refresh brings the same ones.
    pub(crate) fn intern(&mut self, text: &str) -> Symbol {
        if let Some(&symbol) = self.by_text.get(text) {
            return symbol;
        }
        // Every word was in some row, and rows are counted in 24 bits per source.
        let symbol = Symbol(u32::try_from(self.texts.len()).unwrap_or(0));
        let text: Arc<str> = text.into();
        self.folded.push(if fold::is_folded(&text) { Arc::clone(&text) } else { fold::folded(&text).into() });
        self.texts.push(Arc::clone(&text));
        self.by_text.insert(text, symbol);
        symbol
    }

    /// The number of a word, if any row ever had it.
    pub(crate) fn find(&self, text: &str) -> Option<Symbol> {
        self.by_text.get(text).copied()
    }

    pub(crate) fn text(&self, symbol: Symbol) -> &str {
        self.texts.get(symbol.0 as usize).map_or("", |text| text)
    }

    /// A field of a number whose type was wrong holds its raw text as a symbol.
    pub(crate) fn text_of_number(&self, number: i64) -> &str {
        u32::try_from(number).map_or("", |n| self.text(Symbol(n)))
    }

    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    /// The words as the search compares them, in order of their numbers.
    pub(crate) fn folded(&self) -> impl Iterator<Item = &str> {
        self.folded.iter().map(|text| &**text)
    }

    pub(crate) fn footprint(&self) -> usize {
        let texts: usize = self.texts.iter().map(|text| text.len() + 16).sum();
        texts + (self.texts.capacity() + self.folded.capacity()) * 16 + self.by_text.capacity() * 8 / 7 * 25
    }
}
