//! The instance an image can be made from (contract §5).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// A machine as ListMachines and GetMachine send it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Machine {
    /// UUID.
    pub id: Lenient<String>,
    /// The name its owner gave it.
    pub name: Lenient<String>,
    /// `smartmachine` or `virtualmachine`.
    pub type_: Lenient<String>,
    /// `joyent`, `joyent-minimal`, `lx`, `kvm`, `bhyve`.
    pub brand: Lenient<String>,
    /// `provisioning`, `ready`, `running`, `stopping`, `stopped`, `offline`, `deleted`, `failed`,
    /// `unknown`.
    pub state: Lenient<String>,
    /// The image it was made from; becomes the `origin` of an image made from it.
    pub image: Lenient<String>,
    /// MiB.
    pub memory: Lenient<u64>,
    /// MiB.
    pub disk: Lenient<u64>,
    /// Sent only when true; such a machine cannot be captured.
    pub docker: Lenient<bool>,
    /// The package's name.
    pub package: Lenient<String>,
    /// Any JSON values.
    pub tags: Lenient<Map<String, Value>>,
    /// Any JSON values.
    pub metadata: Lenient<Map<String, Value>>,
    /// Address.
    pub primary_ip: Lenient<String>,
    /// When it was made.
    pub created: Lenient<Timestamp>,
    /// When it was last changed.
    pub updated: Lenient<Timestamp>,
    /// Whether it refuses to be deleted.
    pub deletion_protection: Lenient<bool>,
    /// Everything else.
    pub unknown: Map<String, Value>,
}

impl Machine {
    /// Decodes one machine; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            name: f.text("name"),
            type_: f.text("type"),
            brand: f.text("brand"),
            state: f.text("state"),
            image: f.text("image"),
            memory: f.count("memory"),
            disk: f.count("disk"),
            docker: f.boolean("docker"),
            package: f.text("package"),
            tags: f.map("tags"),
            metadata: f.map("metadata"),
            primary_ip: f.text("primaryIp"),
            created: f.time("created"),
            updated: f.time("updated"),
            deletion_protection: f.boolean("deletion_protection"),
            unknown: f.rest(),
        }
    }
}
