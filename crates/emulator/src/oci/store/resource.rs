//! One stored resource, and all of a kind by OCID.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// A resource: its JSON is the truth and goes out as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// OCID.
    pub id: String,
    /// Changes with every change of the fields.
    pub etag: String,
    /// When a container image was deleted; it is gone 48 hours later.
    pub deleted: Option<i64>,
    /// The object.
    pub fields: Map<String, Value>,
}

impl Resource {
    /// From an object with an `id`; none without one.
    pub fn from_value(value: Value, etag: String) -> Option<Self> {
        let Value::Object(fields) = value else { return None };
        let id = fields.get("id")?.as_str()?.to_owned();
        Some(Self { id, etag, deleted: None, fields })
    }

    /// A field that is a text; empty when it is none.
    pub fn text(&self, name: &str) -> &str {
        self.fields.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it is in this state.
    pub fn is(&self, state: &str) -> bool {
        self.text("lifecycleState") == state
    }

    /// Whether a field has this text; a filter that is left out fits everything.
    pub fn fits(&self, name: &str, filter: Option<&str>) -> bool {
        filter.is_none_or(|filter| self.text(name) == filter)
    }

    /// Sets a field.
    pub fn set(&mut self, name: &str, value: impl Into<Value>) {
        self.fields.insert(name.to_owned(), value.into());
    }

    /// The whole object.
    pub fn value(&self) -> Value {
        Value::Object(self.fields.clone())
    }
}

/// All resources of a kind.
#[derive(Debug, Default)]
pub struct Shelf(BTreeMap<String, Resource>);

impl Shelf {
    /// Adds one, or puts it in the place of the one with its id.
    pub fn put(&mut self, resource: Resource) {
        self.0.insert(resource.id.clone(), resource);
    }

    /// By OCID.
    pub fn get(&self, id: &str) -> Option<&Resource> {
        self.0.get(id)
    }

    /// By OCID, to change.
    pub fn get_mut(&mut self, id: &str) -> Option<&mut Resource> {
        self.0.get_mut(id)
    }

    /// Takes one out.
    pub fn remove(&mut self, id: &str) -> Option<Resource> {
        self.0.remove(id)
    }

    /// The first with this value of `displayName`.
    pub fn named(&self, name: &str) -> Option<&Resource> {
        self.iter().find(|resource| resource.text("displayName") == name)
    }

    /// All, in the order of their ids.
    pub fn iter(&self) -> impl Iterator<Item = &Resource> {
        self.0.values()
    }

    /// Keeps those that fit.
    pub fn retain(&mut self, fits: impl Fn(&Resource) -> bool) {
        self.0.retain(|_, resource| fits(resource));
    }
}
