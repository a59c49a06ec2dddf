//! How rows are kept: small, and without an allocation per row.
//!
//! May depend on `row` (drafts and columns) and on `search::fold`.

mod arena;
mod bits;
mod hash;
mod index;
mod shelf;
mod stored;
mod symbol;

pub(crate) use bits::Bits;
pub(crate) use shelf::{Added, Shelf};
pub(crate) use stored::{Stored, SymbolColumn, TextColumn};
pub(crate) use symbol::{Symbol, Symbols};
