//! What the browser knows about letters.

use js_sys::JsString;

/// The text in lower case.
#[must_use]
pub fn lower(text: &str) -> String {
    JsString::from(text).to_lower_case().into()
}
