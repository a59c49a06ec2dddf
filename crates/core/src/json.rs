//! JSON as text, written by one piece of code.
//!
//! May depend on nothing.

use serde_json::Value;

/// A value on one line. The `Display` of the library can also write on many lines, and whoever uses it
/// carries the code for both.
#[must_use]
pub fn text(value: &Value) -> String {
    // Only a map with keys that are no texts cannot be written, and no value has one.
    serde_json::to_string(value).unwrap_or_default()
}
