//! What a user sees if the console ever panics: not a dead page.

use std::panic::PanicHookInfo;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlElement, console, window};

use crate::js::BrowserError;

/// From now on a panic is written to the browser's console and shows a notice with a button that
/// reloads the page. Nothing in it runs our code again, which is in an unknown state then.
pub fn install() {
    std::panic::set_hook(Box::new(hook));
}

fn hook(info: &PanicHookInfo<'_>) {
    let message = info.to_string();
    console::error_1(&JsValue::from_str(&message));
    // A notice that cannot be shown leaves the message in the console.
    let _ = show(&message);
}

/// Shows the recovery notice (class `panic-notice`), once.
///
/// # Errors
/// When the document does not take it.
pub fn show(message: &str) -> Result<(), BrowserError> {
    let window = window().ok_or_else(|| BrowserError::says("there is no window"))?;
    let document = window.document().ok_or_else(|| BrowserError::says("there is no document"))?;
    let body = document.body().ok_or_else(|| BrowserError::says("there is no body"))?;
    if document.get_element_by_id("panic-notice").is_some() {
        return Ok(());
    }
    let notice = document.create_element("div")?;
    for (name, value) in [("id", "panic-notice"), ("class", "panic-notice"), ("role", "alert")] {
        notice.set_attribute(name, value)?;
    }
    add(&document, &notice, "h1", "The console has stopped")?;
    add(
        &document,
        &notice,
        "p",
        "This is a fault in the console, not in your images. Work that was started goes on at the upstream \
         and is picked up after a reload.",
    )?;
    add(&document, &notice, "pre", message)?;
    let button: HtmlElement = add(&document, &notice, "button", "Reload")?.unchecked_into();
    // The browser's own function, bound: no closure of ours is entered again.
    let location = window.location();
    if let Some(reload) = crate::js::property(&location, "reload") {
        let reload = reload.unchecked_into::<js_sys::Function>().bind0(&location);
        button.set_onclick(Some(&reload));
    }
    body.prepend_with_node_1(&notice)?;
    let _ = button.focus();
    Ok(())
}

fn add(document: &Document, parent: &Element, tag: &str, text: &str) -> Result<Element, JsValue> {
    let element = document.create_element(tag)?;
    element.set_text_content(Some(text));
    parent.append_child(&element)?;
    Ok(element)
}
