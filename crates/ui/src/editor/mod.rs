//! Editors for what is more than one value: pairs of key and value, and lists.

mod list;
mod pairs;

pub use list::{ListEditor, split_many};
pub use pairs::{Pair, PairsEditor, pair};
