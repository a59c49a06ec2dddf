//! Sorting by any column.
//!
//! May depend on `catalogue`, `row` and `store`.

mod natural;
mod order;

use crate::row::Column;
pub use natural::compare as compare_versions;
pub(crate) use order::Order;

/// Which end comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Small, early, A first.
    Ascending,
    /// Large, late, Z first.
    Descending,
}

/// By what the table is sorted. Rows without a value are last in both directions, those with one
/// of a wrong type just before them; equal rows keep their source's order in both directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The column.
    pub column: Column,
    /// The direction.
    pub direction: Direction,
}

impl Sort {
    /// What a press on a column's head does: ascending, descending, then the sources' own order.
    #[must_use]
    pub fn next(current: Option<Self>, column: Column) -> Option<Self> {
        let direction = match current.filter(|sort| sort.column == column).map(|sort| sort.direction) {
            None => Direction::Ascending,
            Some(Direction::Ascending) => Direction::Descending,
            Some(Direction::Descending) => return None,
        };
        Some(Self { column, direction })
    }
}
