//! The eight calls on the command line of `triton` (node-triton 7.18), and how a signed request is
//! made with `curl`. Where that command line has no way of its own, its raw request is used and a
//! comment says so.

mod cli;
mod cli_tags;
mod cli_update;
mod signature;

#[cfg(test)]
mod tests;

pub use cli::Cli;
pub use signature::signature_auth;
