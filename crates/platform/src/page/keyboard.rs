//! Keys that work anywhere on the page.

use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent, window};

use crate::listener::Listener;

/// A key press.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What the key means on this keyboard, e.g. `k`, `/`, `Enter`.
    pub key: String,
    /// Whether Ctrl, or Command on a Mac, was held.
    pub command: bool,
    /// Whether Alt was held.
    pub alt: bool,
    /// Whether Shift was held.
    pub shift: bool,
    /// Whether the focus is where text is typed: single letters are not shortcuts there.
    pub in_text: bool,
    /// Whether the key is held down and repeating.
    pub repeated: bool,
}

/// Calls back on each key press; `true` says that it was handled, and keeps the browser from
/// acting on it too. Presses that compose a character or that someone has handled are left out.
pub fn on_key(callback: impl Fn(&Key) -> bool + 'static) -> Listener {
    let document = window().and_then(|w| w.document());
    Listener::new(document, "keydown", move |event| {
        let Some(press) = event.dyn_ref::<KeyboardEvent>() else { return };
        // Autofill raises keydown events without a key.
        let named = crate::js::property(press, "key").is_some();
        if !named || press.is_composing() || press.default_prevented() {
            return;
        }
        let key = Key {
            key: press.key(),
            command: press.ctrl_key() || press.meta_key(),
            alt: press.alt_key(),
            shift: press.shift_key(),
            in_text: press
                .target()
                .and_then(|t| t.dyn_into::<Element>().ok())
                .is_some_and(|e| takes_text(&e)),
            repeated: press.repeat(),
        };
        if callback(&key) {
            press.prevent_default();
        }
    })
}

fn takes_text(element: &Element) -> bool {
    let editable = "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]), \
                    textarea, select, [contenteditable]:not([contenteditable=false])";
    element.matches(editable).unwrap_or(false)
}
