//! What JavaScript throws, as words. May depend on js-sys only.

use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};

/// An exception of the browser that no better error type describes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrowserError {
    /// The exception's class, e.g. `NotAllowedError`; empty when what was thrown has none.
    pub name: String,
    /// The browser's text for it.
    pub message: String,
}

impl BrowserError {
    /// An error in our own words.
    pub(crate) fn says(message: impl Into<String>) -> Self {
        Self { name: String::new(), message: message.into() }
    }
}

impl From<JsValue> for BrowserError {
    fn from(thrown: JsValue) -> Self {
        let text = |field| property(&thrown, field).and_then(|v| v.as_string());
        let message = text("message").or_else(|| thrown.as_string()).unwrap_or_default();
        Self { name: text("name").unwrap_or_default(), message }
    }
}

impl fmt::Display for BrowserError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.name.as_str(), self.message.as_str()) {
            ("", "") => f.write_str("the browser gave no reason"),
            ("", message) => f.write_str(message),
            (name, "") => f.write_str(name),
            (name, message) => write!(f, "{name}: {message}"),
        }
    }
}

impl std::error::Error for BrowserError {}

/// A property that is there; a missing one, a null and a getter that throws are all `None`.
pub(crate) fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    if !of.is_object() && !of.is_function() {
        return None;
    }
    Reflect::get(of, &JsValue::from_str(name)).ok().filter(|v| !v.is_undefined() && !v.is_null())
}

/// A property of the window, for interfaces that are absent outside a secure context: the typed
/// getters would hand out `undefined` and the next call on it would throw.
pub(crate) fn global<T: JsCast>(path: &[&str]) -> Option<T> {
    let mut at: JsValue = js_sys::global().into();
    for name in path {
        at = property(&at, name)?;
    }
    Some(at.unchecked_into())
}

/// A plain object with these fields.
pub(crate) fn object(fields: &[(&str, &JsValue)]) -> js_sys::Object {
    let object = js_sys::Object::new();
    for (name, value) in fields {
        // Setting a field of a fresh plain object cannot throw.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}
