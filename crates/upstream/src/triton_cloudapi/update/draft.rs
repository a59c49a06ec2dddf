//! The fields of an image that can be edited (contract §3.2).

use serde_json::{Map, Value};

use crate::triton_cloudapi::model::Image;

/// What the form edits; an empty text is an attribute that is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Required.
    pub name: String,
    /// Required.
    pub version: String,
    /// Optional.
    pub description: String,
    /// Optional URL.
    pub homepage: String,
    /// Optional URL.
    pub eula: String,
    /// Account UUIDs; the order has no meaning.
    pub acl: Vec<String>,
    /// Any JSON values.
    pub tags: Map<String, Value>,
}

impl Draft {
    /// The fields as the image has them. A field that came as another type starts empty; it is
    /// sent only when it is edited.
    #[must_use]
    pub fn of(image: &Image) -> Self {
        let text = |field: &crate::decode::Lenient<String>| field.text().unwrap_or_default().to_owned();
        Self {
            name: text(&image.name),
            version: text(&image.version),
            description: text(&image.description),
            homepage: text(&image.homepage),
            eula: text(&image.eula),
            acl: image.acl_accounts().map(str::to_owned).collect(),
            tags: image.tags.value().cloned().unwrap_or_default(),
        }
    }

    /// The single texts under the API's names.
    #[must_use]
    pub fn texts(&self) -> [(&'static str, &str); 5] {
        [
            ("name", &self.name),
            ("version", &self.version),
            ("description", &self.description),
            ("homepage", &self.homepage),
            ("eula", &self.eula),
        ]
    }

    /// The text of that name, to be replaced.
    pub(super) fn text_mut(&mut self, field: &str) -> Option<&mut String> {
        Some(match field {
            "name" => &mut self.name,
            "version" => &mut self.version,
            "description" => &mut self.description,
            "homepage" => &mut self.homepage,
            "eula" => &mut self.eula,
            _ => return None,
        })
    }
}
