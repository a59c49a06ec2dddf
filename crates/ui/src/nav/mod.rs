//! What opens or leads somewhere within a screen: tabs, menus, filter chips.

mod facet;
mod menu;
mod popover;
mod tabs;

pub use facet::{Facet, FacetOption};
pub use menu::{Menu, MenuItem};
pub(crate) use popover::{check_keys, check_row, popover};
pub use tabs::{TabItem, TabPanel, Tabs};
