//! Computing a view again and again while the user types and rows arrive. May depend on everything
//! else in this crate.

use super::tally::Tally;
use super::{Projection, SourceCount, View};
use crate::catalogue::{Catalogue, SourceId};
use crate::row::RowId;
use crate::search::{Matcher, Query};
use crate::sort::{Order, Sort};
use crate::store::{Bits, Shelf};

/// Sorted permutations kept: enough to go back and forth between two columns.
const ORDERS: usize = 4;

/// Keeps what the next computation can build on: the rows the search found, and sorted
/// permutations. Belongs to one catalogue.
#[derive(Default)]
pub struct Viewer {
    query: Query,
    found: Vec<Found>,
    orders: Vec<Order>,
}

/// The rows of one source that the search found.
struct Found {
    source: SourceId,
    epoch: u64,
    rows: Bits,
}

impl Viewer {
    /// A viewer that has seen nothing yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The visible rows of a view with all counts.
    pub fn project(&mut self, catalogue: &Catalogue, view: &View) -> Projection {
        self.search(catalogue, &view.query);
        let mut tally = Tally::new(catalogue, &view.facets);
        let mut rows = Vec::new();
        let mut passed: Vec<Bits> = Vec::new();
        let mut sources = Vec::new();
        for (source, _, shelf) in catalogue.shelves() {
            let found = self.found.iter().find(|found| found.source == source);
            let before = catalogue.shelves_before(source);
            let (mut visible, mut total) = (0, 0);
            let mut bits = Bits::default();
            for (index, stored) in shelf.rows().iter().enumerate() {
                let repeated = shelf.is_in_one_of(&before, stored);
                total += usize::from(!repeated);
                let shown =
                    !repeated && found.is_none_or(|found| found.rows.get(index)) && tally.row(source, stored);
                visible += usize::from(shown);
                if view.sort.is_some() {
                    bits.push(shown);
                } else if shown {
                    rows.push(RowId::new(source, index));
                }
            }
            passed.resize_with(usize::from(source.0), Bits::default);
            passed.push(bits);
            sources.push(SourceCount { source, visible, total });
        }
        if let Some(sort) = view.sort {
            let passes = |row: &RowId| {
                passed.get(usize::from(row.source().0)).is_some_and(|bits| bits.get(row.index()))
            };
            rows.reserve(sources.iter().map(|count| count.visible).sum());
            rows.extend(self.order(catalogue, sort).iter().copied().filter(passes));
        }
        let values = tally.values(catalogue, &view.facets);
        Projection { rows, total: sources.iter().map(|count| count.total).sum(), sources, values }
    }

    /// Bytes held between computations.
    #[must_use]
    pub fn footprint(&self) -> usize {
        self.orders.iter().map(Order::footprint).sum::<usize>()
            + self.found.iter().map(|found| found.rows.footprint()).sum::<usize>()
    }

    fn order(&mut self, catalogue: &Catalogue, sort: Sort) -> &[RowId] {
        let at = self.orders.iter().position(|order| order.sort() == sort);
        let mut order = at.map_or_else(|| Order::new(sort), |at| self.orders.remove(at));
        order.update(catalogue);
        self.orders.truncate(ORDERS - 1);
        self.orders.insert(0, order);
        self.orders.first().map_or(&[], Order::rows)
    }

    /// Brings the found rows up to this query and this catalogue.
    fn search(&mut self, catalogue: &Catalogue, query: &Query) {
        if query.is_empty() {
            self.found.clear();
            self.query = Query::default();
            return;
        }
        let same = self.query == *query;
        let refines = !self.query.is_empty() && query.refines(&self.query);
        let matcher = Matcher::new(query, catalogue.symbols());
        let mut earlier = std::mem::take(&mut self.found);
        for (source, epoch, shelf) in catalogue.shelves() {
            let known = earlier.iter().position(|found| found.source == source && found.epoch == epoch);
            let mut rows = match known.filter(|_| same || refines) {
                Some(at) => earlier.swap_remove(at).rows,
                None => Bits::default(),
            };
            if !same {
                rows.narrow(|index| shelf.rows().get(index).is_some_and(|row| matcher.matches(shelf, row)));
            }
            rest(&mut rows, shelf, &matcher);
            self.found.push(Found { source, epoch, rows });
        }
        self.query = query.clone();
    }
}

/// Looks at the rows that came since.
fn rest(rows: &mut Bits, shelf: &Shelf, matcher: &Matcher<'_>) {
    for row in shelf.rows().iter().skip(rows.len()) {
        rows.push(matcher.matches(shelf, row));
    }
}
