//! The container image (contract §4.1); items of a list (§4.2) have fewer of its fields.

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::{Layer, Version};
use crate::decode::{Fields, Lenient};

/// A container image with every field of the contract.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContainerImage {
    /// OCID.
    pub id: Lenient<String>,
    /// OCID, the repository's.
    pub compartment_id: Lenient<String>,
    /// `repo:version`, or with `@sha256:…` when it has no version (any more).
    pub display_name: Lenient<String>,
    /// `sha256:…`: what tells images apart.
    pub digest: Lenient<String>,
    /// OCID.
    pub repository_id: Lenient<String>,
    /// The repository's path.
    pub repository_name: Lenient<String>,
    /// `AVAILABLE`, `DELETING`, `DELETED`.
    pub lifecycle_state: Lenient<String>,
    /// OCID of a user; not in lists.
    pub created_by: Lenient<String>,
    /// When the image was pushed.
    pub time_created: Lenient<Timestamp>,
    /// Absent when it never was; not in lists.
    pub time_last_pulled: Lenient<Timestamp>,
    /// Not in lists.
    pub pull_count: Lenient<i64>,
    /// Not in lists.
    pub layers: Lenient<Vec<Lenient<Layer>>>,
    /// Bytes of all layers; not in lists.
    pub layers_size_in_bytes: Lenient<i64>,
    /// Bytes; not in lists.
    pub manifest_size_in_bytes: Lenient<i64>,
    /// The most recent version.
    pub version: Lenient<String>,
    /// All versions; not in lists.
    pub versions: Lenient<Vec<Lenient<Version>>>,
    /// Text under text keys.
    pub freeform_tags: Lenient<Map<String, Value>>,
    /// Any JSON under keys under namespaces.
    pub defined_tags: Lenient<Map<String, Value>>,
    /// The service's own.
    pub system_tags: Lenient<Map<String, Value>>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl ContainerImage {
    /// Decodes one image; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            compartment_id: f.text("compartmentId"),
            display_name: f.text("displayName"),
            digest: f.text("digest"),
            repository_id: f.text("repositoryId"),
            repository_name: f.text("repositoryName"),
            lifecycle_state: f.text("lifecycleState"),
            created_by: f.text("createdBy"),
            time_created: f.time("timeCreated"),
            time_last_pulled: f.time("timeLastPulled"),
            pull_count: f.integer("pullCount"),
            layers: f.list("layers", |v| v.as_object().cloned().map(Layer::from_map)),
            layers_size_in_bytes: f.integer("layersSizeInBytes"),
            manifest_size_in_bytes: f.integer("manifestSizeInBytes"),
            version: f.text("version"),
            versions: f.list("versions", |v| v.as_object().cloned().map(Version::from_map)),
            freeform_tags: f.map("freeformTags"),
            defined_tags: f.map("definedTags"),
            system_tags: f.map("systemTags"),
            unknown: f.rest(),
        }
    }

    /// Whether the image has this version, as far as is known.
    #[must_use]
    pub fn has_version(&self, version: &str) -> bool {
        let versions = self.versions.value().into_iter().flatten();
        self.version.text() == Some(version)
            || versions.filter_map(Lenient::value).any(|v| v.version.text() == Some(version))
    }

    /// Top-level fields that did not come as documented, as (name, JSON text).
    #[must_use]
    pub fn wrong_fields(&self) -> Vec<(&'static str, &str)> {
        [
            ("id", self.id.wrong()),
            ("compartmentId", self.compartment_id.wrong()),
            ("displayName", self.display_name.wrong()),
            ("digest", self.digest.wrong()),
            ("repositoryId", self.repository_id.wrong()),
            ("repositoryName", self.repository_name.wrong()),
            ("lifecycleState", self.lifecycle_state.wrong()),
            ("createdBy", self.created_by.wrong()),
            ("timeCreated", self.time_created.wrong()),
            ("timeLastPulled", self.time_last_pulled.wrong()),
            ("pullCount", self.pull_count.wrong()),
            ("layers", self.layers.wrong()),
            ("layersSizeInBytes", self.layers_size_in_bytes.wrong()),
            ("manifestSizeInBytes", self.manifest_size_in_bytes.wrong()),
            ("version", self.version.wrong()),
            ("versions", self.versions.wrong()),
            ("freeformTags", self.freeform_tags.wrong()),
            ("definedTags", self.defined_tags.wrong()),
            ("systemTags", self.system_tags.wrong()),
        ]
        .into_iter()
        .filter_map(|(name, wrong)| wrong.map(|text| (name, text)))
        .collect()
    }
}
