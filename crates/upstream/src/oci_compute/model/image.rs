//! The image object (contract §4.1).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::{AgentFeatures, LaunchOptions};
use crate::decode::{Fields, Lenient};

/// An image with every field of the contract.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Image {
    /// OCID.
    pub id: Lenient<String>,
    /// OCID; may be missing on platform images. Equal to the listed compartment on custom ones.
    pub compartment_id: Lenient<String>,
    /// 1 to 255 characters, not unique.
    pub display_name: Lenient<String>,
    /// `PROVISIONING`, `IMPORTING`, `AVAILABLE`, `EXPORTING`, `DISABLED`, `DELETED`.
    pub lifecycle_state: Lenient<String>,
    /// When the image was made.
    pub time_created: Lenient<Timestamp>,
    /// E.g. `Oracle Linux`.
    pub operating_system: Lenient<String>,
    /// E.g. `8`: the system's version, not the image's.
    pub operating_system_version: Lenient<String>,
    /// Whether instances of it may be captured.
    pub create_image_allowed: Lenient<bool>,
    /// OCID of the image this one was made from.
    pub base_image_id: Lenient<String>,
    /// `NATIVE`, `EMULATED`, `PARAVIRTUALIZED`, `ACCELERATEDPV`, `CUSTOM`.
    pub launch_mode: Lenient<String>,
    /// How instances are attached to disks and network.
    pub launch_options: Lenient<LaunchOptions>,
    /// What the agent in instances supports.
    pub agent_features: Lenient<AgentFeatures>,
    /// `COMMUNITY`, `NONE`.
    pub listing_type: Lenient<String>,
    /// Size of the boot volume in units of 1,048,576 bytes.
    pub size_in_mbs: Lenient<i64>,
    /// The storage that is charged.
    pub billable_size_in_gbs: Lenient<i64>,
    /// Text under text keys.
    pub freeform_tags: Lenient<Map<String, Value>>,
    /// Any JSON under keys under namespaces.
    pub defined_tags: Lenient<Map<String, Value>>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Image {
    /// Decodes one image; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            compartment_id: f.text("compartmentId"),
            display_name: f.text("displayName"),
            lifecycle_state: f.text("lifecycleState"),
            time_created: f.time("timeCreated"),
            operating_system: f.text("operatingSystem"),
            operating_system_version: f.text("operatingSystemVersion"),
            create_image_allowed: f.boolean("createImageAllowed"),
            base_image_id: f.text("baseImageId"),
            launch_mode: f.text("launchMode"),
            launch_options: f.object("launchOptions", LaunchOptions::from_fields),
            agent_features: f.object("agentFeatures", AgentFeatures::from_fields),
            listing_type: f.text("listingType"),
            size_in_mbs: f.integer("sizeInMBs"),
            billable_size_in_gbs: f.integer("billableSizeInGBs"),
            freeform_tags: f.map("freeformTags"),
            defined_tags: f.map("definedTags"),
            unknown: f.rest(),
        }
    }

    /// Fields that did not come as documented, as (name, JSON text), those of nested objects too.
    #[must_use]
    pub fn wrong_fields(&self) -> Vec<(&'static str, &str)> {
        let own = [
            ("id", self.id.wrong()),
            ("compartmentId", self.compartment_id.wrong()),
            ("displayName", self.display_name.wrong()),
            ("lifecycleState", self.lifecycle_state.wrong()),
            ("timeCreated", self.time_created.wrong()),
            ("operatingSystem", self.operating_system.wrong()),
            ("operatingSystemVersion", self.operating_system_version.wrong()),
            ("createImageAllowed", self.create_image_allowed.wrong()),
            ("baseImageId", self.base_image_id.wrong()),
            ("launchMode", self.launch_mode.wrong()),
            ("launchOptions", self.launch_options.wrong()),
            ("agentFeatures", self.agent_features.wrong()),
            ("listingType", self.listing_type.wrong()),
            ("sizeInMBs", self.size_in_mbs.wrong()),
            ("billableSizeInGBs", self.billable_size_in_gbs.wrong()),
            ("freeformTags", self.freeform_tags.wrong()),
            ("definedTags", self.defined_tags.wrong()),
        ];
        let launch = self.launch_options.value().map(LaunchOptions::wrong_fields);
        let agent = self.agent_features.value().map(AgentFeatures::wrong_fields);
        let nested = launch.into_iter().flatten().chain(agent.into_iter().flatten());
        own.into_iter().chain(nested).filter_map(|(name, wrong)| wrong.map(|text| (name, text))).collect()
    }
}
