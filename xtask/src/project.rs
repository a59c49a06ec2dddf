//! Where things are.

use std::env;
use std::path::{Path, PathBuf};

use crate::failure::{Attempting, Failure, Outcome};
use crate::process::Run;

/// The checkout this program was started from.
pub struct Project {
    root: PathBuf,
}

impl Project {
    /// Cargo says where when it starts this program.
    pub fn here() -> Outcome<Self> {
        let manifest = env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
        let root = Path::new(&manifest)
            .parent()
            .map(Path::to_path_buf)
            .ok_or_else(|| Failure::new("The checkout has no folder of its own."))?;
        Ok(Self { root })
    }

    /// A path in the checkout.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// The checkout itself.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where brought tools live; ignored by git, safe to delete.
    pub fn tools(&self) -> PathBuf {
        self.path(".tools")
    }

    /// Where Trunk leaves the built page (`Trunk.toml`, `dist`).
    pub fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A file of the checkout as text.
    pub fn read(&self, relative: &str) -> Outcome<String> {
        std::fs::read_to_string(self.path(relative)).attempting(format!("read {relative}"))
    }

    /// This machine's own target, such as `x86_64-unknown-linux-gnu`.
    pub fn host(&self) -> Outcome<String> {
        let text = Run::new("rustc").arg("-vV").within(&self.root).captured()?;
        text.lines()
            .find_map(|line| line.strip_prefix("host: "))
            .map(str::to_owned)
            .ok_or_else(|| Failure::new("`rustc -vV` names no host."))
    }

    /// A Cargo call in the checkout, with the toolchain that runs this program.
    pub fn cargo(&self, command: &str) -> Run {
        Run::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())).arg(command).within(&self.root)
    }
}
