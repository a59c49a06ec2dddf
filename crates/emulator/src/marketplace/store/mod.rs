//! What the service keeps: upload requests, and the images they have brought to data centres.

mod centre;
mod status;
mod storage;
mod upload;

pub use centre::{CENTRES, Centre, centre_named};
pub use status::{canonical, filter_word, misspelt};
pub use storage::{Place, Storage, Stored};
pub use upload::{Chunks, Upload};
