//! The dialogs that stand open, for what is about to change the page below them.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, window};

/// An open dialog that holds something typed.
const DIRTY: &str = "dialog[open][data-dirty]";

/// Asks the topmost open dialog that holds something typed whether it may go, as Esc does. Says whether
/// there is one.
#[must_use]
pub fn ask_to_leave() -> bool {
    let Some(dialog) = topmost() else { return false };
    if let Ok(cancel) = Event::new("cancel") {
        let _ = dialog.dispatch_event(&cancel);
    }
    true
}

fn topmost() -> Option<Element> {
    let all = window()?.document()?.query_selector_all(DIRTY).ok()?;
    all.get(all.length().checked_sub(1)?)?.dyn_into().ok()
}
