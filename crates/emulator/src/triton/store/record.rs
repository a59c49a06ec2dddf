//! One stored image: its JSON as text, and beside it what the service filters and sorts by.
//!
//! The text is the truth and goes out as it stands; a list of a hundred thousand images is then a
//! matter of copying.

use serde_json::{Map, Value};

use super::view::ordered_text;
use super::words::{Word, word};
use crate::Uuid;
use crate::time;

/// What the service needs to know of an image without reading its JSON.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Its id.
    pub id: Uuid,
    /// The owning account.
    pub owner: Uuid,
    /// Its name; empty when the stored one is no text.
    pub name: Box<str>,
    /// Its version; empty when the stored one is no text.
    pub version: Box<str>,
    /// Operating system; empty when it has none yet.
    pub os: Word,
    /// The field `type`; empty when it has none yet.
    pub kind: Word,
    /// Its state.
    pub state: Word,
    /// Whether everybody sees it.
    pub public: bool,
    /// When it was activated, in milliseconds since 1970.
    pub published: Option<i64>,
    /// With whom it is shared.
    pub acl: Vec<Uuid>,
    /// Its parent image.
    pub origin: Option<Uuid>,
}

/// A stored image.
#[derive(Clone, Debug)]
pub struct Record {
    /// What is known without reading the text.
    pub parts: Parts,
    /// Roles it is tagged with.
    pub role_tags: Box<str>,
    text: Box<str>,
}

impl Record {
    /// From an image object. None when it has no UUID as `id`, which no store can keep.
    pub fn from_value(image: &Map<String, Value>) -> Option<Self> {
        let text = |name: &str| image.get(name).and_then(Value::as_str).unwrap_or_default();
        let uuid = |name: &str| image.get(name).and_then(Value::as_str).and_then(Uuid::parse);
        let acl = image.get("acl").and_then(Value::as_array);
        let parts = Parts {
            id: uuid("id")?,
            owner: uuid("owner").unwrap_or(Uuid(0)),
            name: text("name").into(),
            version: text("version").into(),
            os: word(text("os")),
            kind: word(text("type")),
            state: word(text("state")),
            public: image.get("public").and_then(Value::as_bool).unwrap_or(false),
            published: time::parse_iso(text("published_at")),
            acl: acl.into_iter().flatten().filter_map(|id| Uuid::parse(id.as_str()?)).collect(),
            origin: uuid("origin"),
        };
        Some(Self { parts, role_tags: "".into(), text: ordered_text(image).into() })
    }

    /// From parts and text that are known to agree.
    pub fn from_text(parts: Parts, text: String) -> Self {
        Self { parts, role_tags: "".into(), text: text.into() }
    }

    /// The image as JSON text, all fields of the newest version.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The image as an object.
    pub fn value(&self) -> Map<String, Value> {
        serde_json::from_str(&self.text).unwrap_or_default()
    }

    /// Whether it was ever activated.
    pub fn is_activated(&self) -> bool {
        matches!(self.parts.state.as_ref(), "active" | "disabled")
    }
}
