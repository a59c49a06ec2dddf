//! What the pickers show: compartments and buckets (contract §6).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use crate::decode::{Fields, Lenient};

/// A compartment.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Compartment {
    /// OCID.
    pub id: Lenient<String>,
    /// OCID of the parent.
    pub compartment_id: Lenient<String>,
    /// Unique among its siblings.
    pub name: Lenient<String>,
    /// Free text.
    pub description: Lenient<String>,
    /// When it was made.
    pub time_created: Lenient<Timestamp>,
    /// `CREATING`, `ACTIVE`, `INACTIVE`, `DELETING`, `DELETED`.
    pub lifecycle_state: Lenient<String>,
    /// Whether the caller may use anything in it; only with `accessLevel`.
    pub is_accessible: Lenient<bool>,
    /// What else was sent: `inactiveStatus`, tags, and what the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Compartment {
    /// Decodes one compartment.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            id: f.text("id"),
            compartment_id: f.text("compartmentId"),
            name: f.text("name"),
            description: f.text("description"),
            time_created: f.time("timeCreated"),
            lifecycle_state: f.text("lifecycleState"),
            is_accessible: f.boolean("isAccessible"),
            unknown: f.rest(),
        }
    }

    /// The root compartment, which no list contains: its id is the tenancy's.
    #[must_use]
    pub fn root(tenancy: &str) -> Self {
        Self {
            id: Lenient::Value(tenancy.to_owned()),
            name: Lenient::Value("root compartment".to_owned()),
            ..Self::default()
        }
    }
}

/// A bucket of Object Storage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bucket {
    /// The tenancy's namespace.
    pub namespace: Lenient<String>,
    /// Unique in the namespace.
    pub name: Lenient<String>,
    /// OCID.
    pub compartment_id: Lenient<String>,
    /// OCID of a user.
    pub created_by: Lenient<String>,
    /// When it was made.
    pub time_created: Lenient<Timestamp>,
    /// What else was sent: `etag`, tags, and what the contract does not name.
    pub unknown: Map<String, Value>,
}

impl Bucket {
    /// Decodes one bucket.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            namespace: f.text("namespace"),
            name: f.text("name"),
            compartment_id: f.text("compartmentId"),
            created_by: f.text("createdBy"),
            time_created: f.time("timeCreated"),
            unknown: f.rest(),
        }
    }
}
