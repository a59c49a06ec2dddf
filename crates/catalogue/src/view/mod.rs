//! What the user asked to see, and which rows that is.
//!
//! May depend on everything else in this crate.

mod tally;
mod viewer;

use crate::catalogue::SourceId;
use crate::facet::{Facet, FacetValue, Selections};
use crate::row::RowId;
use crate::search::Query;
use crate::sort::Sort;
pub use viewer::Viewer;

/// Search, facets and sort together: all that the address of the page says about the table.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct View {
    /// The words searched for.
    pub query: Query,
    /// The values chosen.
    pub facets: Selections,
    /// The sort, or the sources' own order.
    pub sort: Option<Sort>,
}

/// The visible rows of a view, and what there is to choose from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Projection {
    /// The visible rows, in order. Its length is the x of "x of y".
    pub rows: Vec<RowId>,
    /// The y: all rows of all sources, each image of a connection once.
    pub total: usize,
    /// The same for each source.
    pub sources: Vec<SourceCount>,
    values: Vec<Vec<FacetValue>>,
}

/// "x of y" of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SourceCount {
    /// The source.
    pub source: SourceId,
    /// Rows that are visible.
    pub visible: usize,
    /// All its rows but those that an earlier list of the same connection has as well.
    pub total: usize,
}

impl Projection {
    /// The values of a facet, most frequent first, the chosen ones in any case: values that no row
    /// has under the rest of the view are left out.
    #[must_use]
    pub fn values(&self, facet: Facet) -> &[FacetValue] {
        self.values.get(facet as usize).map_or(&[], Vec::as_slice)
    }
}
