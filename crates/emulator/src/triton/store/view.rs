//! How an image looks to a version of the API (section 3).

use serde_json::{Map, Value};

use super::record::Record;
use crate::triton::negotiate::Version;

/// The order of fields in the documents' examples.
const ORDER: [&str; 19] = [
    "id",
    "name",
    "version",
    "os",
    "requirements",
    "type",
    "image_size",
    "description",
    "files",
    "tags",
    "homepage",
    "eula",
    "published_at",
    "owner",
    "public",
    "acl",
    "state",
    "origin",
    "error",
];

/// An object as text, its fields in the documented order and the others after them.
pub fn ordered_text(image: &Map<String, Value>) -> String {
    let known = ORDER.iter().filter_map(|name| image.get_key_value(*name));
    let others = image.iter().filter(|(name, _)| !ORDER.contains(&name.as_str()));
    let mut out = String::from("{");
    for (name, value) in known.chain(others) {
        if out.len() > 1 {
            out.push(',');
        }
        out.push_str(&Value::from(name.as_str()).to_string());
        out.push(':');
        out.push_str(&value.to_string());
    }
    out.push('}');
    out
}

/// One image as JSON text.
pub fn image_text(record: &Record, version: Version) -> String {
    if version >= (8, 0, 0) {
        return record.text().to_owned();
    }
    let mut image = record.value();
    if let Some(kind) = image.get_mut("type") {
        let word = if *kind == "zvol" { "virtualmachine" } else { "smartmachine" };
        *kind = word.into();
    }
    if version < (7, 1, 0) {
        for field in ["eula", "owner", "public", "state"] {
            image.remove(field);
        }
    }
    ordered_text(&image)
}

/// Many images as one JSON array.
pub fn list_text<'a>(records: impl Iterator<Item = &'a Record>, version: Version) -> String {
    let mut out = String::from("[");
    for record in records {
        if out.len() > 1 {
            out.push(',');
        }
        if version >= (8, 0, 0) {
            out.push_str(record.text());
        } else {
            out.push_str(&image_text(record, version));
        }
    }
    out.push(']');
    out
}
