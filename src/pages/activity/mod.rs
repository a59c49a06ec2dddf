//! What runs and what has ended: the list, one operation by itself, and the lines that other
//! screens show of them.

mod clear;
mod confirm;
mod filters;
mod follow;
mod job;
mod link;
mod list;
mod notifications;
mod now;
mod operation;
mod resource;
mod save;
mod summary;
mod words;

pub use follow::follow_page;
pub use job::Jobs;
pub use list::ActivityPage;
pub use now::now_while;
pub use operation::{OperationPage, OperationPageProps};
pub use summary::{last_miss, sent_again};
