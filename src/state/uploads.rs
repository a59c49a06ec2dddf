//! Uploads to the Marketplace: searching them over all connections, reading one, following one. Only
//! what is loaded with their pages may call it.

pub mod follow;
pub mod search;
pub mod upload;
