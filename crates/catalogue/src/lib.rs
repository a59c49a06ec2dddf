//! One read model over all image sources: a JSON list is split while it streams, its elements
//! become compact rows, and a view (search, facets, sort, window) is computed over all of them.
//!
//! May depend on `image-console-core` and on nothing of a browser. Knows no upstream: what a field
//! means is decided by whoever fills a [`RowDraft`]. Nothing here is stored; a cache keeps the raw
//! response bytes and streams them through again.
//!
//! ```
//! use image_console_catalogue::*;
//! use image_console_core::time::Timestamp;
//!
//! let (mut catalogue, now) = (Catalogue::new(), Timestamp(0));
//! let Some(source) = catalogue.add_source("us-east-1") else { return };
//! // Loading: one generation per request; `false` from `append` means: end the download.
//! catalogue.begin(source, 1, Provenance::Network, now);
//! let mut splitter = Splitter::array();
//! for piece in [br#"[{"id":"a","name":"ba"#.as_slice(), br#"se"},{"id":"b"}]"#] {
//!     splitter.push(piece, &mut |element| {
//!         // Here an upstream decodes `element.bytes`; what is not an object it reports.
//!         let draft = RowDraft { id: format!("image {}", element.index).into(), ..RowDraft::default() };
//!         catalogue.append(source, 1, &[draft], 0);
//!     });
//!     catalogue.append(source, 1, &[], piece.len() as u64);
//! }
//! match splitter.finish() {
//!     Ok(_) => catalogue.complete(source, 1, now),
//!     Err(error) => catalogue.fail(source, 1, error.into()),
//! };
//! // Showing: project when the revision or the view changed, window when it is scrolled.
//! let mut view = View { query: Query::parse("image"), ..View::default() };
//! view.sort = Sort::next(view.sort, Column::Name);
//! let seen = Viewer::new().project(&catalogue, &view);
//! assert_eq!((seen.rows.len(), seen.total), (2, 2));
//! let viewport = Viewport { rows: seen.rows.len(), row_height: 36.0, height: 720.0, scroll_top: 0.0, overscan: 8 };
//! let window = viewport.window();
//! for row in seen.rows[window.first..window.end].iter().filter_map(|&row| catalogue.row(row)) {
//!     assert!(row.id().value().is_some_and(|id| id.starts_with("image ")));
//! }
//! ```

pub mod catalogue;
pub mod facet;
pub mod row;
pub mod search;
pub mod sort;
mod store;
pub mod stream;
pub mod view;
pub mod window;

pub use catalogue::{Catalogue, Change, Provenance, SourceId};
pub use facet::{Choice, Facet, Selections};
pub use row::{Cell, Column, Key, RowDraft, RowId, RowRef};
pub use search::Query;
pub use sort::{Direction, Sort};
pub use stream::Splitter;
pub use view::{Projection, View, Viewer};
pub use window::Viewport;
