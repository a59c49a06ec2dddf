//! Choosing one of many by typing.

mod combobox;
mod listbox;

pub use combobox::Picker;
pub(crate) use listbox::{Listbox, hits};
