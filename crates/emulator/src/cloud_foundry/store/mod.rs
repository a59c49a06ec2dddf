//! What a foundation has.

mod instance;
mod labels;
mod places;

pub use instance::{Instance, Restored};
pub use labels::selects;
pub use places::{Offering, Org, Places, Plan, Space, Support};
