//! From an id to its row without keeping the id a second time. May depend on nothing.

use super::hash::{self, FastHash};
use std::collections::HashMap;

#[derive(Default)]
pub(crate) struct IdIndex {
    rows: HashMap<u64, u32, FastHash>,
    /// Rows whose hash was taken by another id.
    collisions: Vec<u32>,
}

impl IdIndex {
    /// The row with that id; `is` tells whether a candidate row really has it.
    pub(crate) fn find(&self, id: &str, is: impl Fn(u32) -> bool) -> Option<u32> {
        let first = *self.rows.get(&hash::of(id))?;
        if is(first) { Some(first) } else { self.collisions.iter().copied().find(|&row| is(row)) }
    }

    pub(crate) fn insert(&mut self, id: &str, row: u32) {
        let mut taken = true;
        self.rows.entry(hash::of(id)).or_insert_with(|| {
            taken = false;
            row
        });
        if taken {
            self.collisions.push(row);
        }
    }

    pub(crate) fn footprint(&self) -> usize {
        // Key, value and one control byte per bucket, seven eighths of the buckets usable.
        self.rows.capacity() * 8 / 7 * (16 + 1) + self.collisions.capacity() * 4
    }
}
