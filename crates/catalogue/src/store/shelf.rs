//! The rows of one source. May depend on `row`.

use super::Symbols;
use super::arena::Arena;
use super::index::IdIndex;
use super::stored::{Scratch, Stored, TextColumn};
use crate::row::{Cell, Column, RowDraft, RowId};

/// What became of a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Added {
    /// A new row at the end.
    New,
    /// The row of the same id was different and has been replaced where it stands.
    Replaced,
    /// The row of the same id says the same already.
    Same,
    /// No room for another row.
    Full,
}

#[derive(Default)]
pub(crate) struct Shelf {
    rows: Vec<Stored>,
    plain: Arena,
    folded: Arena,
    ids: IdIndex,
    scratch: Scratch,
}

impl Shelf {
    pub(crate) fn rows(&self) -> &[Stored] {
        &self.rows
    }

    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    pub(crate) fn text(&self, stored: &Stored, column: TextColumn) -> &str {
        let (skip, len) = stored.span(column);
        self.plain.get(stored.plain_at, skip, len)
    }

    /// The record that the search reads beside the id: name, version, keywords, folded, a line each.
    pub(crate) fn folded(&self, stored: &Stored) -> &str {
        self.folded.get(stored.folded_at, 0, stored.folded_len)
    }

    pub(crate) fn find(&self, id: &str) -> Option<usize> {
        let has = |row: u32| self.rows.get(row as usize).is_some_and(|r| self.text(r, TextColumn::Id) == id);
        self.ids.find(id, has).map(|row| row as usize)
    }

    /// Whether one of these shelves has the image of this row as well. A row without a usable id is
    /// nowhere else.
    pub(crate) fn is_in_one_of(&self, others: &[&Self], row: &Stored) -> bool {
        if others.is_empty() || row.is_wrong(Column::Id) {
            return false;
        }
        let id = self.text(row, TextColumn::Id);
        !id.is_empty() && others.iter().any(|other| other.find(id).is_some())
    }

    /// Adds a row, or replaces the one with the same id: a row that moves between two pages of a
    /// list while they are read comes twice, and the later one is the fresher.
    pub(crate) fn put(&mut self, draft: &RowDraft<'_>, symbols: &mut Symbols) -> Added {
        let mut scratch = std::mem::take(&mut self.scratch);
        let stored = scratch.take_apart(draft, symbols);
        let added = self.put_apart(draft, stored, &scratch);
        self.scratch = scratch;
        added
    }

    fn put_apart(&mut self, draft: &RowDraft<'_>, mut stored: Stored, scratch: &Scratch) -> Added {
        let id = if let Cell::Value(id) = &draft.id { &**id } else { "" };
        let known = if id.is_empty() { None } else { self.find(id) };
        if let Some(old) = known.and_then(|at| self.rows.get(at)) {
            let here = Stored { plain_at: old.plain_at, folded_at: old.folded_at, ..stored };
            let len = scratch.plain.len() as u32;
            if here == *old
                && self.plain.get(old.plain_at, 0, len) == scratch.plain
                && self.folded(old) == scratch.folded
            {
                return Added::Same;
            }
        } else if self.rows.len() >= RowId::PER_SOURCE {
            return Added::Full;
        }
        let (Some(plain), Some(folded)) =
            (self.plain.push(&scratch.plain), self.folded.push(&scratch.folded))
        else {
            return Added::Full;
        };
        (stored.plain_at, stored.folded_at) = (plain, folded);
        // The text of a replaced row stays behind until the next load; that is rare and small.
        if let Some(slot) = known.and_then(|at| self.rows.get_mut(at)) {
            *slot = stored;
            return Added::Replaced;
        }
        if !id.is_empty() {
            self.ids.insert(id, self.rows.len() as u32);
        }
        self.rows.push(stored);
        Added::New
    }

    /// Takes a row out; the ones after it move up. Says whether there was one.
    pub(crate) fn remove(&mut self, id: &str) -> bool {
        let Some(at) = self.find(id) else { return false };
        self.rows.remove(at);
        let mut ids = IdIndex::default();
        for (row, stored) in self.rows.iter().enumerate() {
            let id = self.text(stored, TextColumn::Id);
            if !id.is_empty() && !stored.is_wrong(Column::Id) {
                ids.insert(id, row as u32);
            }
        }
        self.ids = ids;
        true
    }

    /// Bytes held, spare room included.
    pub(crate) fn footprint(&self) -> usize {
        self.rows.capacity() * size_of::<Stored>()
            + self.plain.footprint()
            + self.folded.footprint()
            + self.ids.footprint()
    }
}
