//! Elements without generics. A `view!` becomes a type of its own for every element, attribute and
//! closure in it, and each type is compiled again: measured, the kit cost more than twice as much
//! that way. [`El`] is one type for all; closures are boxed at its border. It is an ordinary Leptos
//! view, so both kinds can be put into each other.

mod bind;
mod build;
mod keyed;
mod view;

pub use build::{El, Part, el, svg};
pub(crate) use keyed::keyed;
