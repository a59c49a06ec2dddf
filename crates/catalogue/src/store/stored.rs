//! The fixed part of a row, and how a draft becomes one. May depend on `row`, `search::fold`.

use super::{Symbol, Symbols};
use crate::row::{Cell, Column, RowDraft};
use crate::search::fold;
use std::borrow::Cow;

/// Columns whose text is nearly unique to the row.
#[derive(Clone, Copy)]
pub(crate) enum TextColumn {
    Id,
    Name,
    Version,
    Origin,
}

/// Columns whose words many rows share.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum SymbolColumn {
    Os,
    Type,
    State,
    Visibility,
    Owner,
}

impl SymbolColumn {
    pub(crate) const fn column(self) -> Column {
        match self {
            Self::Os => Column::Os,
            Self::Type => Column::Type,
            Self::State => Column::State,
            Self::Visibility => Column::Visibility,
            Self::Owner => Column::Owner,
        }
    }
}

/// 72 bytes that say where the rest is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stored {
    pub(crate) plain_at: u32,
    pub(crate) folded_at: u32,
    pub(crate) folded_len: u32,
    /// Lengths in the plain text, one after the other: id, name, version, origin.
    pub(crate) lens: [u32; 4],
    pub(crate) symbols: [Symbol; 5],
    /// Bytes, or the symbol of the raw text when the type was wrong.
    pub(crate) size: i64,
    /// Milliseconds, or the symbol of the raw text when the type was wrong.
    pub(crate) published: i64,
    pub(super) absent: u16,
    pub(super) wrong: u16,
}

impl Stored {
    pub(crate) const fn is_absent(&self, column: Column) -> bool {
        self.absent & column.bit() != 0
    }

    pub(crate) const fn is_wrong(&self, column: Column) -> bool {
        self.wrong & column.bit() != 0
    }

    pub(crate) const fn symbol(&self, column: SymbolColumn) -> Symbol {
        let [os, kind, state, visibility, owner] = self.symbols;
        match column {
            SymbolColumn::Os => os,
            SymbolColumn::Type => kind,
            SymbolColumn::State => state,
            SymbolColumn::Visibility => visibility,
            SymbolColumn::Owner => owner,
        }
    }

    /// Start and length of one text column in the row's plain text.
    pub(crate) const fn span(&self, column: TextColumn) -> (u32, u32) {
        let [id, name, version, origin] = self.lens;
        match column {
            TextColumn::Id => (0, id),
            TextColumn::Name => (id, name),
            TextColumn::Version => (id + name, version),
            TextColumn::Origin => (id + name + version, origin),
        }
    }
}

/// A draft taken apart; used again for every row so that rows cost no allocation of their own.
#[derive(Default)]
pub(crate) struct Scratch {
    pub(crate) plain: String,
    pub(crate) folded: String,
    absent: u16,
    wrong: u16,
}

impl Scratch {
    /// Fills the texts and returns the fixed part, whose positions are still to be set.
    pub(crate) fn take_apart(&mut self, draft: &RowDraft<'_>, symbols: &mut Symbols) -> Stored {
        self.plain.clear();
        self.folded.clear();
        (self.absent, self.wrong) = (0, 0);
        let lens = [
            self.text(Column::Id, &draft.id),
            self.text(Column::Name, &draft.name),
            self.text(Column::Version, &draft.version),
            self.text(Column::Origin, &draft.origin),
        ];
        // One record for the search. A line ends each field, and no search word contains one. The
        // name comes first because sorting reads it from here.
        for cell in [&draft.name, &draft.version] {
            fold::fold_into(text_of(cell), &mut self.folded);
            self.folded.push('\n');
        }
        // Ids are long, and all APIs write theirs in small letters: then the search reads the plain
        // text instead.
        if !fold::is_folded(text_of(&draft.id)) {
            fold::fold_into(text_of(&draft.id), &mut self.folded);
            self.folded.push('\n');
        }
        fold::fold_into(&draft.keywords, &mut self.folded);
        let words = [
            self.symbol(Column::Os, &draft.os, symbols),
            self.symbol(Column::Type, &draft.image_type, symbols),
            self.symbol(Column::State, &draft.state, symbols),
            self.symbol(Column::Visibility, &draft.visibility, symbols),
            self.symbol(Column::Owner, &draft.owner, symbols),
        ];
        let size = self.number(Column::Size, draft.size.as_ref().map(|n| *n), symbols);
        let published = self.number(Column::Published, draft.published.as_ref().map(|t| t.0), symbols);
        Stored {
            plain_at: 0,
            folded_at: 0,
            folded_len: small(self.folded.len()),
            lens,
            symbols: words,
            size,
            published,
            absent: self.absent,
            wrong: self.wrong,
        }
    }

    fn mark<T>(&mut self, column: Column, cell: &Cell<T>) {
        match cell {
            Cell::Absent => self.absent |= column.bit(),
            Cell::Wrong(_) => self.wrong |= column.bit(),
            Cell::Value(_) => {}
        }
    }

    fn text(&mut self, column: Column, cell: &Cell<Cow<'_, str>>) -> u32 {
        self.mark(column, cell);
        self.plain.push_str(text_of(cell));
        small(text_of(cell).len())
    }

    fn symbol(&mut self, column: Column, cell: &Cell<Cow<'_, str>>, symbols: &mut Symbols) -> Symbol {
        self.mark(column, cell);
        if matches!(cell, Cell::Absent) { Symbol::ABSENT } else { symbols.intern(text_of(cell)) }
    }

    fn number(&mut self, column: Column, cell: Cell<i64>, symbols: &mut Symbols) -> i64 {
        self.mark(column, &cell);
        match cell {
            Cell::Absent => 0,
            Cell::Value(number) => number,
            Cell::Wrong(raw) => symbols.intern(&raw).0.into(),
        }
    }
}

/// The value, or the raw text that stands in for it.
fn text_of<'a>(cell: &'a Cell<Cow<'_, str>>) -> &'a str {
    match cell {
        Cell::Absent => "",
        Cell::Value(text) => text,
        Cell::Wrong(raw) => raw,
    }
}

/// A response that fits into memory has no text of 4 GiB; if it had, the text would read as empty.
fn small(len: usize) -> u32 {
    u32::try_from(len).unwrap_or(0)
}
