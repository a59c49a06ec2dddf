//! What fields of the wrong type look like in an image.

use serde_json::{Map, Value, json};

/// Gives every field but the id and the name a value of the wrong type.
pub fn wrong_types(image: &mut Map<String, Value>) {
    for (field, value) in image.iter_mut() {
        match field.as_str() {
            "id" | "name" => {}
            "acl" => *value = json!("everybody"),
            "description" | "homepage" => *value = json!({"en": value.clone()}),
            "files" => *value = json!({"compression": "gzip"}),
            "image_size" => *value = json!("large"),
            "owner" => *value = json!(930_896),
            "public" => *value = json!("yes"),
            "published_at" => *value = json!(1_393_584_642),
            "requirements" => *value = json!([]),
            "state" => *value = json!(1),
            "tags" => *value = json!(["role", "os"]),
            "version" => *value = json!(13.4),
            _ => *value = json!(null),
        }
    }
}
