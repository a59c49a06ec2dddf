//! Real key files, made by `ssh-keygen` and `openssl` (see `keys/README.md`).

#![allow(clippy::expect_used, clippy::panic, reason = "all of this is test")]

mod expected;
mod opened;
mod refused;

use std::path::Path;

pub(crate) const PASSPHRASE: &str = "correct horse";

/// The text of a file in `keys`.
pub(crate) fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/keys").join(name);
    std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}
