//! A repository, as lists show it (contract §5.3).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// A repository of container images.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Repository {
    /// OCID.
    pub id: Lenient<String>,
    /// OCID.
    pub compartment_id: Lenient<String>,
    /// Its path: `repositoryName` of its images.
    pub display_name: Lenient<String>,
    /// The tenancy's namespace.
    pub namespace: Lenient<String>,
    /// How many images are in it.
    pub image_count: Lenient<i64>,
    /// Bytes of all layers.
    pub layers_size_in_bytes: Lenient<i64>,
    /// Whether everybody may pull from it.
    pub is_public: Lenient<bool>,
    /// `AVAILABLE`, `DELETING`, `DELETED`.
    pub lifecycle_state: Lenient<String>,
    /// When it was made.
    pub time_created: Lenient<Timestamp>,
    /// What else was sent: layer count, billable size, tags, and what the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Repository {
    /// Decodes one repository.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            compartment_id: f.text("compartmentId"),
            display_name: f.text("displayName"),
            namespace: f.text("namespace"),
            image_count: f.integer("imageCount"),
            layers_size_in_bytes: f.integer("layersSizeInBytes"),
            is_public: f.boolean("isPublic"),
            lifecycle_state: f.text("lifecycleState"),
            time_created: f.time("timeCreated"),
            unknown: f.rest(),
        }
    }
}
