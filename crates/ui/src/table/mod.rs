//! The table for up to 100,000 rows: a real `<table>` whose rows are a small pool of elements that
//! follow the scroll position. Built with the DOM and not with views, because the cost of a scroll
//! must be a few text nodes.

mod cell;
mod chooser;
mod column;
mod header;
mod keys;
mod pool;
mod row;
mod view;
mod window;

pub use cell::{Cell, RowView};
pub use chooser::ColumnChooser;
pub use column::{Column, Sort, Width};
pub use view::Table;
