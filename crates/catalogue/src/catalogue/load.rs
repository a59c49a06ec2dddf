//! A list that is arriving. May depend on `store`.

use super::Provenance;
use crate::row::{Cell, RowDraft};
use crate::store::{Added, Shelf, Symbols};
use image_console_core::time::Timestamp;
use std::collections::HashSet;

pub(super) struct Load {
    pub(super) generation: u64,
    pub(super) from: Provenance,
    pub(super) since: Timestamp,
    pub(super) received: u64,
    pub(super) bytes: u64,
    /// The rows so far, or `None` while they go straight to where they are shown.
    pub(super) shelf: Option<Shelf>,
    /// Ids that an action changed while the list was arriving: what the list says about them may
    /// be older.
    pub(super) overruled: HashSet<Box<str>>,
}

impl Load {
    pub(super) fn new(generation: u64, from: Provenance, since: Timestamp) -> Self {
        let shelf = Some(Shelf::default());
        Self { generation, from, since, received: 0, bytes: 0, shelf, overruled: HashSet::new() }
    }

    /// Adds rows to a shelf. `None` when it is full, else whether a row that stood there changed.
    pub(super) fn fill(
        &mut self,
        shelf: &mut Shelf,
        drafts: &[RowDraft<'_>],
        symbols: &mut Symbols,
    ) -> Option<bool> {
        let mut replaced = false;
        for draft in drafts {
            self.received += 1;
            let old = matches!(&draft.id, Cell::Value(id) if self.overruled.contains(&**id));
            match if old { Added::Same } else { shelf.put(draft, symbols) } {
                Added::New | Added::Same => {}
                Added::Replaced => replaced = true,
                Added::Full => return None,
            }
        }
        Some(replaced)
    }
}
