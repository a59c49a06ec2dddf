//! A service instance and the names around it (contract §3.3).

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::{LastOperation, text_at};
use crate::decode::{Fields, Lenient};

/// A guid, with its name where it was included.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Named {
    /// Opaque.
    pub guid: String,
    /// What people call it; `None` when the answer does not say.
    pub name: Option<String>,
}

/// Where an instance is and of what it was made, as far as the answer says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The space.
    pub space: Option<Named>,
    /// The organisation.
    pub organization: Option<Named>,
    /// The plan; managed instances only.
    pub service_plan: Option<Named>,
    /// The offering of the plan.
    pub service_offering: Option<Named>,
}

/// A service instance.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ServiceInstance {
    /// Opaque, usually a UUID.
    pub guid: Lenient<String>,
    /// Unique within its space.
    pub name: Lenient<String>,
    /// When it was created.
    pub created_at: Lenient<Timestamp>,
    /// When it changed last.
    pub updated_at: Lenient<Timestamp>,
    /// `managed` or `user-provided`; only managed ones can have backups.
    pub type_: Lenient<String>,
    /// Free words.
    pub tags: Lenient<Vec<Lenient<String>>>,
    /// The latest operation.
    pub last_operation: Lenient<LastOperation>,
    /// `version` and `description`.
    pub maintenance_info: Lenient<Map<String, Value>>,
    /// Whether the plan has a newer maintenance version.
    pub upgrade_available: Lenient<bool>,
    /// URL.
    pub dashboard_url: Lenient<String>,
    /// Space, organisation, plan and offering.
    pub place: Place,
    /// Everything else as it came: `metadata`, `links`, `relationships`, and what the contract does
    /// not name.
    pub rest: Map<String, Value>,
}

impl ServiceInstance {
    /// Decodes one instance with the `included` objects of the same answer.
    #[must_use]
    pub fn from_map(map: Map<String, Value>, included: &Value) -> Self {
        let mut f = Fields::from(map);
        let out = Self {
            guid: f.text("guid"),
            name: f.text("name"),
            created_at: f.time("created_at"),
            updated_at: f.time("updated_at"),
            type_: f.text("type"),
            tags: f.list("tags", |v| v.as_str().map(str::to_owned)),
            last_operation: f.take("last_operation", |v| v.as_object().cloned().map(LastOperation::from_map)),
            maintenance_info: f.map("maintenance_info"),
            upgrade_available: f.boolean("upgrade_available"),
            dashboard_url: f.text("dashboard_url"),
            place: Place::default(),
            rest: f.rest(),
        };
        let relationships = out.rest.get("relationships").unwrap_or(&Value::Null);
        let (space, organization) =
            two(relationships, included, ["space", "spaces"], ["organization", "organizations"]);
        let (service_plan, service_offering) = two(
            relationships,
            included,
            ["service_plan", "service_plans"],
            ["service_offering", "service_offerings"],
        );
        Self { place: Place { space, organization, service_plan, service_offering }, ..out }
    }

    /// The latest operation, when there was one.
    #[must_use]
    pub fn operation(&self) -> Option<&LastOperation> {
        self.last_operation.value().filter(|operation| !operation.is_none())
    }
}

/// A related object and the one that it is related to, each by its relationship and its list in
/// `included`.
fn two(
    relationships: &Value,
    included: &Value,
    [near, near_list]: [&str; 2],
    [far, far_list]: [&str; 2],
) -> (Option<Named>, Option<Named>) {
    let find = |list: &str, guid: &str| {
        let items = included.get(list)?.as_array()?;
        items.iter().find(|item| item.get("guid").and_then(Value::as_str) == Some(guid))
    };
    let named = |list: &str, guid: String| {
        let name = find(list, &guid).and_then(|item| text_at(item, &["name"]));
        Named { guid, name }
    };
    let Some(guid) = text_at(relationships, &[near, "data", "guid"]) else { return (None, None) };
    let beyond =
        find(near_list, &guid).and_then(|item| text_at(item, &["relationships", far, "data", "guid"]));
    (Some(named(near_list, guid)), beyond.map(|guid| named(far_list, guid)))
}
