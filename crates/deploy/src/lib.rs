//! Writes the configuration of nginx and of Caddy from the connections file that the console reads
//! (`config.json`) and a small file about the installation (`deployment.json`), so that page and
//! proxy cannot disagree.
//!
//! A pure function from two texts to one: no I/O, and the same input gives the same bytes. May
//! depend on `core` for the connections, and on `upstream` for the hosts that are signed.

pub mod caddy;
pub mod kinds;
pub mod nginx;
pub mod paths;
pub mod plan;
pub mod policy;
mod quote;
mod read;
mod text;
pub mod url;

pub use image_console_core::config::Fault;
pub use plan::Plan;

/// The servers that a configuration can be written for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Server {
    /// nginx 1.22 or newer, as in Debian.
    Nginx,
    /// Caddy 2.6 or newer, as in Debian.
    Caddy,
}

impl Server {
    /// Both, in the order they are documented.
    pub const ALL: [Self; 2] = [Self::Nginx, Self::Caddy];

    /// The word on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        }
    }

    /// The server of that word.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|server| server.word() == word)
    }
}

/// The configuration of a server for the connections of `config` as installed by `deployment`; both
/// are the texts of the files.
///
/// # Errors
/// Every fault of both files at once, those of `config.json` first.
pub fn write(server: Server, config: &str, deployment: &str) -> Result<String, Vec<Fault>> {
    let plan = read::plan(config, deployment)?;
    match server {
        Server::Nginx => nginx::write(&plan),
        Server::Caddy => caddy::write(&plan),
    }
}
