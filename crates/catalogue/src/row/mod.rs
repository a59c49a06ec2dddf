//! What one image looks like on its way in ([`RowDraft`]) and out ([`RowRef`]) of the catalogue.
//!
//! May depend on `core` and on `store`.

mod cell;
mod column;
mod draft;
mod reference;

pub use cell::{Cell, FromJson};
pub use column::Column;
pub use draft::RowDraft;
pub use reference::{Key, RowId, RowRef};
