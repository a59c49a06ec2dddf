//! The result of ExportImage (contract §4.4).

use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// Where the exported image lies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Export {
    /// The Manta service.
    pub manta_url: Lenient<String>,
    /// The image file's path in it.
    pub image_path: Lenient<String>,
    /// The manifest's path in it.
    pub manifest_path: Lenient<String>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Export {
    /// Decodes the body.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            manta_url: f.text("manta_url"),
            image_path: f.text("image_path"),
            manifest_path: f.text("manifest_path"),
            unknown: f.rest(),
        }
    }
}
