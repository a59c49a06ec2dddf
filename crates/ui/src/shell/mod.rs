//! The frame around every screen, and the dialogs that belong to no screen.

mod frame;
mod header;
mod keys;
mod page;
mod palette;
mod preview;
mod side;
mod theme;

pub use frame::Shell;
pub use header::Header;
pub use keys::{KeyHelp, KeysDialog};
pub use page::PageHeader;
pub use palette::Palette;
pub use preview::Preview;
pub use side::{NavItem, SideNav};
pub use theme::{Theme, ThemeSwitch, apply_theme};
