//! UpdateImage: only what changed is sent. The image is read again just before, and what somebody
//! else changed meanwhile is merged or, where it cannot be, shown. There is no operation for it:
//! the answer is the end.

mod apply;
mod check;
mod conflicts;
mod dialog;
mod left_over;
mod lost;
mod state;

pub use dialog::UpdateDialog;
pub use left_over::LeftOver;
pub use state::ImageUpdate;
