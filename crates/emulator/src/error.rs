//! What can go wrong for whoever steers the emulator; the same for every upstream.

use std::fmt;

/// Why something could not be put into the world, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError(pub String);

/// Why a switch was not understood, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SwitchError(pub String);

/// Why a request could not be signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignError(pub &'static str);

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SwitchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0)
    }
}

impl std::error::Error for SeedError {}
impl std::error::Error for SwitchError {}
impl std::error::Error for SignError {}
