//! What fields of the wrong type look like here: as the documents' own samples have them.

use serde_json::{Map, Value, json};

/// The text that stands in the samples where a generator gave up.
pub const TOO_DEEP: &str = "<Error: Too many levels of nesting to fake this schema>";

/// Gives every field but the id and the name a value of another type.
pub fn wrong_types(object: &mut Map<String, Value>) {
    for (name, value) in object.iter_mut() {
        if !matches!(name.as_str(), "id" | "displayName") {
            *value = match value {
                Value::Null => json!(0),
                Value::Bool(_) => json!({"value": TOO_DEEP}),
                Value::Number(_) => json!("large"),
                Value::String(_) => json!(1944),
                Value::Array(_) => json!({}),
                Value::Object(_) => json!([]),
            };
        }
    }
}
