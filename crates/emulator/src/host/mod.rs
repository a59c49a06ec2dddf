//! The world on loopback sockets: one origin for the page, another for the API, so that CORS is
//! real. Depends on axum and tokio; all behaviour of the upstreams is the world's.

mod api;
mod body;
mod control;
mod cors;
mod options;
mod page;
mod portal;
mod proxy;
mod roots;
mod running;
mod send;
mod serve;
mod shared;

pub use options::{ConfigFile, Options};
pub use running::{Emulator, Running};
