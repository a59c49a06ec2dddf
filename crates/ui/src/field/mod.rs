//! Form fields. Each is bound to a [`Field`](image_console_core::form::Field), which holds what was
//! typed and what is wrong with it together. Label above, hint below, error in place of the hint.

mod checkbox;
mod file;
mod frame;
mod radio;
mod search;
mod select;
mod text;

pub(crate) use frame::{invalid, left, said, tones, typed};
pub(crate) use radio::segments;

pub use checkbox::CheckboxField;
pub use file::FileField;
pub use radio::{RadioField, Segments};
pub use search::SearchBox;
pub use select::SelectField;
pub use text::{PasswordField, TextAreaField, TextField};
