//! A sorted permutation of all rows, kept so that typing only filters it. May depend on
//! `catalogue`, `row` and `store`.

use super::{Direction, Sort, natural};
use crate::catalogue::Catalogue;
use crate::facet::Facet;
use crate::row::{Column, RowId};
use crate::search::fold;
use crate::store::{Shelf, Stored, TextColumn};
use image_console_core::sorting;
use std::cmp::Ordering;

/// All rows in the order of one sort.
pub(crate) struct Order {
    sort: Sort,
    /// Source, epoch and length of what was sorted.
    seen: Vec<(u16, u64, usize)>,
    rows: Vec<RowId>,
    /// How many of them, from the front, have a value.
    valued: usize,
}

/// A row and what it is sorted by: a number that tells most rows apart, and the text that tells
/// the others apart, empty where the number says all.
struct Item<'a> {
    key: u64,
    text: &'a str,
    row: RowId,
}

impl Order {
    pub(crate) fn new(sort: Sort) -> Self {
        Self { sort, seen: Vec::new(), rows: Vec::new(), valued: 0 }
    }

    pub(crate) const fn sort(&self) -> Sort {
        self.sort
    }

    pub(crate) fn rows(&self) -> &[RowId] {
        &self.rows
    }

    pub(crate) fn footprint(&self) -> usize {
        self.rows.capacity() * size_of::<RowId>()
    }

    /// Brings the order up to what the catalogue holds now.
    pub(crate) fn update(&mut self, catalogue: &Catalogue) {
        let now: Vec<_> = catalogue.shelves().map(|(id, epoch, shelf)| (id.0, epoch, shelf.len())).collect();
        if now == self.seen {
            return;
        }
        // Rows that were merely added: what was sorted stays as it is at the front, and the sort
        // finds that run and merges the new rows into it.
        let grown = now.len() == self.seen.len()
            && now.iter().zip(&self.seen).all(|(n, s)| (n.0, n.1) == (s.0, s.1) && n.2 >= s.2);
        let old = |source: u16| self.seen.iter().find(|s| grown && s.0 == source).map_or(0, |s| s.2);
        let sorter = Sorter::new(catalogue, self.sort);
        let mut items: Vec<Item<'_>> = Vec::with_capacity(catalogue.len());
        let (mut wrong, mut absent) = (Vec::new(), Vec::new());
        if grown {
            let rows = self.rows.get(..self.valued).unwrap_or_default();
            items.extend(rows.iter().map(|&row| sorter.item(row)));
        }
        for (source, _, shelf) in catalogue.shelves() {
            for (index, stored) in shelf.rows().iter().enumerate() {
                let row = RowId::new(source, index);
                if stored.is_absent(self.sort.column) {
                    absent.push(row);
                } else if stored.is_wrong(self.sort.column) {
                    wrong.push(row);
                } else if index >= old(source.0) {
                    items.push(sorter.item(row));
                }
            }
        }
        let places = sorting::order(items.len(), &|a, b| match (items.get(a), items.get(b)) {
            (Some(a), Some(b)) => sorter.compare(a, b),
            _ => Ordering::Equal,
        });
        self.valued = items.len();
        self.rows.clear();
        self.rows.extend(places.into_iter().filter_map(|at| items.get(at as usize)).map(|item| item.row));
        self.rows.extend(wrong.into_iter().chain(absent));
        self.seen = now;
    }
}

struct Sorter<'a> {
    column: Column,
    reversed: bool,
    /// Shelves by source number.
    shelves: Vec<Option<&'a Shelf>>,
    /// For columns of shared words, and for the source: the place of each word in the alphabet.
    ranks: Vec<u64>,
}

impl<'a> Sorter<'a> {
    fn new(catalogue: &'a Catalogue, sort: Sort) -> Self {
        let mut shelves = Vec::new();
        let mut connections = Vec::new();
        for source in catalogue.sources() {
            let number = usize::from(source.id().0);
            connections.resize(number + 1, String::new());
            if let Some(slot) = connections.last_mut() {
                *slot = fold::folded(source.connection());
            }
        }
        for (id, _, shelf) in catalogue.shelves() {
            shelves.resize(usize::from(id.0) + 1, None);
            if let Some(slot) = shelves.last_mut() {
                *slot = Some(shelf);
            }
        }
        let ranks = match Facet::of(sort.column) {
            None => Vec::new(),
            Some(Facet::Source) => ranks(connections.iter().map(String::as_str)),
            Some(_) => ranks(catalogue.symbols().folded()),
        };
        Self { column: sort.column, reversed: sort.direction == Direction::Descending, shelves, ranks }
    }

    fn get(&self, row: RowId) -> Option<(&'a Shelf, &'a Stored)> {
        let shelf = (*self.shelves.get(usize::from(row.source().0))?)?;
        Some((shelf, shelf.rows().get(row.index())?))
    }

    fn item(&self, row: RowId) -> Item<'a> {
        let Some((shelf, stored)) = self.get(row) else { return Item { key: 0, text: "", row } };
        let text = match self.column {
            Column::Name => shelf.folded(stored).split('\n').next().unwrap_or_default(),
            Column::Version => shelf.text(stored, TextColumn::Version),
            Column::Origin => shelf.text(stored, TextColumn::Origin),
            Column::Id => shelf.text(stored, TextColumn::Id),
            _ => "",
        };
        let rank = |number: usize| self.ranks.get(number).copied().unwrap_or(0);
        // Signed numbers in the order of unsigned ones.
        let signed = |number: i64| number as u64 ^ 1 << 63;
        let key = match self.column {
            Column::Source => rank(usize::from(row.source().0)),
            Column::Os | Column::Type | Column::State | Column::Visibility | Column::Owner => {
                let column = Facet::of(self.column).and_then(Facet::symbols);
                column.map_or(0, |column| rank(stored.symbol(column).0 as usize))
            }
            Column::Size => signed(stored.size),
            Column::Published => signed(stored.published),
            Column::Version => natural::prefix(text),
            Column::Name | Column::Origin | Column::Id => {
                let mut first = [0; 8];
                first.iter_mut().zip(text.bytes()).for_each(|(to, from)| *to = from);
                u64::from_be_bytes(first)
            }
        };
        Item { key, text, row }
    }

    fn compare(&self, a: &Item<'_>, b: &Item<'_>) -> Ordering {
        let texts = || match self.column {
            Column::Version => natural::compare(a.text, b.text),
            _ => a.text.cmp(b.text),
        };
        let order = a.key.cmp(&b.key).then_with(texts);
        let order = if self.reversed { order.reverse() } else { order };
        order.then(a.row.cmp(&b.row))
    }
}

/// The place of each word among all, equal words sharing one.
fn ranks<'a>(words: impl Iterator<Item = &'a str>) -> Vec<u64> {
    let words: Vec<&str> = words.collect();
    let mut ranks = vec![0; words.len()];
    let (mut rank, mut last) = (0, "");
    for place in sorting::order(words.len(), &|a, b| words.get(a).cmp(&words.get(b))) {
        let Some(&word) = words.get(place as usize) else { continue };
        if word != last {
            rank += 1;
            last = word;
        }
        if let Some(slot) = ranks.get_mut(place as usize) {
            *slot = rank;
        }
    }
    ranks
}
