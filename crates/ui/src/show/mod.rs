//! What shows something and is not pressed: states, tags, lists of facts, panels, progress.

mod card;
mod fact;
mod notice;
mod progress;
mod skeleton;
mod status;
mod tag;

pub use card::{Card, Empty};
pub use fact::{Definition, Fact};
pub use notice::{Notice, error_details};
pub use progress::Progress;
pub use skeleton::Skeleton;
pub(crate) use skeleton::skeleton;
pub use status::{Status, Tone};
pub use tag::{Badge, SourceTag, Tag};
