//! The few things that components ask of the document: ids, focus, and where an event came from.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlDialogElement, HtmlElement};

thread_local! {
    static LAST_ID: Cell<u32> = const { Cell::new(0) };
}

/// An id that no other element has, for `for`, `aria-describedby` and the like.
#[must_use]
pub fn unique_id(prefix: &str) -> String {
    LAST_ID.with(|last| {
        last.set(last.get().wrapping_add(1));
        format!("{prefix}-{}", last.get())
    })
}

/// What has the keyboard now; the body counts as nothing.
#[must_use]
pub fn focused() -> Option<HtmlElement> {
    let element = document().active_element()?.dyn_into::<HtmlElement>().ok()?;
    (element.tag_name() != "BODY").then_some(element)
}

/// Gives the keyboard to the element with this id. Returns whether it took it.
pub fn focus(id: &str) -> bool {
    document().get_element_by_id(id).is_some_and(|element| focus_element(&element))
}

/// Gives the keyboard to an element. Returns whether it took it.
pub fn focus_element(element: &Element) -> bool {
    let Some(element) = element.dyn_ref::<HtmlElement>() else { return false };
    let _ = element.focus();
    document().active_element().is_some_and(|active| active == **element)
}

/// Remembers who had the keyboard, and gives it back when the dialog is gone; to the main region
/// when that element is gone too.
pub(crate) fn return_focus_on_cleanup(dialog: &HtmlDialogElement) {
    let kept = SendWrapper::new((dialog.clone(), focused()));
    on_cleanup(move || {
        let (dialog, opener) = kept.take();
        // As long as it is modal, nothing outside takes the keyboard.
        dialog.close();
        let opener = opener.filter(|element| element.is_connected());
        if !opener.is_some_and(|element| focus_element(&element)) {
            focus("main");
        }
    });
}

/// Whether a dialog is open, so that the keys of the screen below must rest.
#[must_use]
pub fn dialog_is_open() -> bool {
    document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
}

/// After a submit that did not pass: goes to the first field that is marked wrong, in the topmost
/// dialog when one is open. Call it once the marks are in the document (in an effect or a tick).
pub fn focus_first_invalid() -> bool {
    let dialogs = document().query_selector_all("dialog[open]").ok();
    let topmost = dialogs.and_then(|list| list.item(list.length().checked_sub(1)?));
    let root =
        topmost.and_then(|node| node.dyn_into::<Element>().ok()).or_else(|| document().document_element());
    let invalid = root.and_then(|root| root.query_selector("[aria-invalid='true']").ok().flatten());
    invalid.is_some_and(|element| focus_element(&element))
}

/// The nearest ancestor of where the event happened (itself included) that matches the selector.
#[must_use]
pub(crate) fn closest(event: &Event, selector: &str) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    target.closest(selector).ok().flatten()?.dyn_into().ok()
}

/// The element that the handler is attached to.
#[must_use]
pub(crate) fn current(event: &Event) -> Option<HtmlElement> {
    event.current_target()?.dyn_into().ok()
}

/// Moves the keyboard among the elements below `root` that match, as arrow keys, Home and End do in
/// menus and tab lists. Returns whether the key meant a move.
pub(crate) fn rove(root: &Element, selector: &str, key: &str) -> bool {
    let Ok(list) = root.query_selector_all(selector) else { return false };
    let all: Vec<Element> = (0..list.length()).filter_map(|i| list.item(i)?.dyn_into().ok()).collect();
    let active = document().active_element();
    let at = all.iter().position(|element| Some(element) == active.as_ref());
    let Some(to) = step(at, all.len(), key) else { return false };
    all.get(to).is_some_and(focus_element)
}

/// Where a key leads in a list of `len` places: arrows wrap around, Home and End go to the ends.
#[must_use]
pub(crate) fn step(at: Option<usize>, len: usize, key: &str) -> Option<usize> {
    if len == 0 {
        return None;
    }
    match key {
        "ArrowDown" | "ArrowRight" => Some(at.map_or(0, |at| (at + 1) % len)),
        "ArrowUp" | "ArrowLeft" => Some(at.map_or(len - 1, |at| (at + len - 1) % len)),
        "Home" => Some(0),
        "End" => Some(len - 1),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::step;

    #[test]
    fn arrows_wrap_and_other_keys_do_nothing() {
        assert_eq!(step(None, 3, "ArrowDown"), Some(0));
        assert_eq!(step(Some(2), 3, "ArrowDown"), Some(0));
        assert_eq!(step(Some(0), 3, "ArrowUp"), Some(2));
        assert_eq!(step(None, 3, "ArrowUp"), Some(2));
        assert_eq!(step(Some(1), 3, "End"), Some(2));
        assert_eq!(step(Some(1), 3, "a"), None);
        assert_eq!(step(None, 0, "ArrowDown"), None);
    }
}
