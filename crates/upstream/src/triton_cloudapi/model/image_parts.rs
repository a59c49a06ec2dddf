//! The objects inside an image (contract §3).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// `requirements`: all optional. The documents type the memory ones as text, the server sends
/// numbers; both are read. Memory in MiB.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Requirements {
    /// Least memory.
    pub min_ram: Lenient<u64>,
    /// The same value under its newer name.
    pub min_memory: Lenient<u64>,
    /// Most memory.
    pub max_ram: Lenient<u64>,
    /// The same value under its newer name.
    pub max_memory: Lenient<u64>,
    /// `joyent`, `joyent-minimal`, `lx`, `kvm`, `bhyve`.
    pub brand: Lenient<String>,
    /// Firmware for hardware-virtualised instances.
    pub bootrom: Lenient<String>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Requirements {
    pub(super) fn from_fields(mut f: Fields) -> Self {
        Self {
            min_ram: f.count_or_text("min_ram"),
            min_memory: f.count_or_text("min_memory"),
            max_ram: f.count_or_text("max_ram"),
            max_memory: f.count_or_text("max_memory"),
            brand: f.text("brand"),
            bootrom: f.text("bootrom"),
            unknown: f.rest(),
        }
    }
}

/// One item of `files`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageFile {
    /// `bzip2`, `gzip`, `xz`, `none`.
    pub compression: Lenient<String>,
    /// Hexadecimal.
    pub sha1: Lenient<String>,
    /// Bytes.
    pub size: Lenient<u64>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl ImageFile {
    pub(super) fn from_fields(mut f: Fields) -> Self {
        Self {
            compression: f.text("compression"),
            sha1: f.text("sha1"),
            size: f.count("size"),
            unknown: f.rest(),
        }
    }
}

/// Why the creation of an image failed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageError {
    /// `PrepareImageDidNotRun`, `VmHasNoOrigin`, `NotSupported`, `InternalError`.
    pub code: Lenient<String>,
    /// The server's text.
    pub message: Lenient<String>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl ImageError {
    pub(super) fn from_fields(mut f: Fields) -> Self {
        Self { code: f.text("code"), message: f.text("message"), unknown: f.rest() }
    }

    /// Code and message in one line.
    #[must_use]
    pub fn line(&self) -> String {
        let parts = [self.code.shown(Clone::clone), self.message.shown(Clone::clone)];
        parts.into_iter().flatten().collect::<Vec<_>>().join(": ")
    }
}
