//! Reading a stored row.
//!
//! May depend on `core` and `store`.

use super::{Cell, Column};
use crate::catalogue::SourceId;
use crate::store::{Shelf, Stored, SymbolColumn, Symbols, TextColumn};
use image_console_core::time::Timestamp;

/// Where a row is at this revision of the catalogue: valid until rows are replaced or removed.
/// What must outlive that (a selection) is a [`Key`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowId(u32);

impl RowId {
    /// Bits of the number that are the place; the rest is the source.
    pub(crate) const INDEX_BITS: u32 = 22;
    /// Rows that one source can hold.
    pub(crate) const PER_SOURCE: usize = 1 << Self::INDEX_BITS;

    pub(crate) fn new(source: SourceId, index: usize) -> Self {
        debug_assert!(index < Self::PER_SOURCE, "the shelf refuses more rows");
        Self(u32::from(source.0) << Self::INDEX_BITS | (index & (Self::PER_SOURCE - 1)) as u32)
    }

    /// The source the row belongs to.
    #[must_use]
    pub const fn source(self) -> SourceId {
        SourceId((self.0 >> Self::INDEX_BITS) as u16)
    }

    /// The place of the row in its source's own order.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize & (Self::PER_SOURCE - 1)
    }
}

/// What stays the same about a row through refreshes: its source and its id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The source.
    pub source: SourceId,
    /// The API's id.
    pub id: Box<str>,
}

/// One row, readable cell by cell without copying.
#[derive(Clone, Copy)]
pub struct RowRef<'a> {
    pub(crate) id: RowId,
    pub(crate) connection: &'a str,
    pub(crate) part: &'a str,
    pub(crate) stored: &'a Stored,
    pub(crate) shelf: &'a Shelf,
    pub(crate) symbols: &'a Symbols,
}

impl<'a> RowRef<'a> {
    /// Where the row is.
    #[must_use]
    pub const fn row_id(&self) -> RowId {
        self.id
    }

    /// The row's source.
    #[must_use]
    pub const fn source(&self) -> SourceId {
        self.id.source()
    }

    /// The id of the connection behind the source.
    #[must_use]
    pub const fn connection(&self) -> &'a str {
        self.connection
    }

    /// Which of the connection's lists it stands in; empty where there is only one.
    #[must_use]
    pub const fn part(&self) -> &'a str {
        self.part
    }

    /// The stable key, or `None` when the upstream sent no usable id.
    #[must_use]
    pub fn key(&self) -> Option<Key> {
        let id = self.id().value().filter(|id| !id.is_empty())?;
        Some(Key { source: self.source(), id: id.into() })
    }

    /// The API's id.
    #[must_use]
    pub fn id(&self) -> Cell<&'a str> {
        self.text(TextColumn::Id, Column::Id)
    }

    /// What people call the image.
    #[must_use]
    pub fn name(&self) -> Cell<&'a str> {
        self.text(TextColumn::Name, Column::Name)
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> Cell<&'a str> {
        self.text(TextColumn::Version, Column::Version)
    }

    /// The id of the image it is based on.
    #[must_use]
    pub fn origin(&self) -> Cell<&'a str> {
        self.text(TextColumn::Origin, Column::Origin)
    }

    /// Operating system.
    #[must_use]
    pub fn os(&self) -> Cell<&'a str> {
        self.symbol(SymbolColumn::Os)
    }

    /// The API's image type.
    #[must_use]
    pub fn image_type(&self) -> Cell<&'a str> {
        self.symbol(SymbolColumn::Type)
    }

    /// The API's state.
    #[must_use]
    pub fn state(&self) -> Cell<&'a str> {
        self.symbol(SymbolColumn::State)
    }

    /// Who may see it.
    #[must_use]
    pub fn visibility(&self) -> Cell<&'a str> {
        self.symbol(SymbolColumn::Visibility)
    }

    /// The account it belongs to.
    #[must_use]
    pub fn owner(&self) -> Cell<&'a str> {
        self.symbol(SymbolColumn::Owner)
    }

    /// Bytes.
    #[must_use]
    pub fn size(&self) -> Cell<i64> {
        self.number(self.stored.size, Column::Size)
    }

    /// When it was published or made.
    #[must_use]
    pub fn published(&self) -> Cell<Timestamp> {
        self.number(self.stored.published, Column::Published).map(Timestamp)
    }

    fn text(&self, text: TextColumn, column: Column) -> Cell<&'a str> {
        self.cell(column, self.shelf.text(self.stored, text))
    }

    fn symbol(&self, column: SymbolColumn) -> Cell<&'a str> {
        self.cell(column.column(), self.symbols.text(self.stored.symbol(column)))
    }

    fn cell(&self, column: Column, text: &'a str) -> Cell<&'a str> {
        if self.stored.is_absent(column) {
            Cell::Absent
        } else if self.stored.is_wrong(column) {
            Cell::Wrong(text.into())
        } else {
            Cell::Value(text)
        }
    }

    fn number(&self, value: i64, column: Column) -> Cell<i64> {
        if self.stored.is_absent(column) {
            Cell::Absent
        } else if self.stored.is_wrong(column) {
            Cell::Wrong(self.symbols.text_of_number(value).into())
        } else {
            Cell::Value(value)
        }
    }
}
