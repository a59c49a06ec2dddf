//! The images of one datacenter: what is stored, who sees it, how it is shown, which values are
//! let in.

mod images;
mod record;
mod validate;
mod view;
mod visibility;
mod words;

pub use images::Images;
pub use record::{Parts, Record};
pub use validate::{WRITABLE, check};
pub use view::{image_text, list_text};
pub use visibility::{is_listed, is_visible};
pub use words::Word;
