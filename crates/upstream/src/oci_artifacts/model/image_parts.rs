//! The objects inside a container image (contract §4.1).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// One item of `layers`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Layer {
    /// `sha256:…`
    pub digest: Lenient<String>,
    /// Bytes, compressed as stored.
    pub size_in_bytes: Lenient<i64>,
    /// When the layer was pushed.
    pub time_created: Lenient<Timestamp>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Layer {
    pub(super) fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            digest: f.text("digest"),
            size_in_bytes: f.integer("sizeInBytes"),
            time_created: f.time("timeCreated"),
            unknown: f.rest(),
        }
    }
}

/// One item of `versions`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Version {
    /// The version's text.
    pub version: Lenient<String>,
    /// OCID of the user who attached it.
    pub created_by: Lenient<String>,
    /// When it was attached.
    pub time_created: Lenient<Timestamp>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Version {
    pub(super) fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            version: f.text("version"),
            created_by: f.text("createdBy"),
            time_created: f.time("timeCreated"),
            unknown: f.rest(),
        }
    }
}
