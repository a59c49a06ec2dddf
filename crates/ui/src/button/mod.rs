//! Everything that is pressed: buttons, links that look like buttons, copying.

mod copy;
mod link;
mod press;

pub(crate) use copy::copy_button;
pub use copy::{Copier, CopyButton, CopyRequest};
pub use link::LinkButton;
pub use press::{Button, Kind};
pub(crate) use press::{cross, plain, simple};
