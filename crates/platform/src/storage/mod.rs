//! What survives a reload: records in IndexedDB, copies of long lists in the Cache API.

pub(crate) mod database;
pub mod error;
mod memory;
mod open;
pub mod response_cache;
mod settled;
pub mod store;
