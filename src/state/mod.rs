//! App-wide reactive state. May use `platform`, `upstream`, `operation`, `catalogue`, `core`; never
//! a page and never the component kit.

pub mod accounts;
pub mod announce;
pub mod availability;
pub mod client;
pub mod connections;
pub mod foundry;
pub mod image;
pub mod images;
pub mod navigation;
pub mod operations;
pub mod parts;
pub mod query;
pub mod react;
pub mod read_only;
pub mod refresh;
pub mod sources;
pub mod uploads;
