//! A button and the panel that it opens: a native popover, so that Esc, a click elsewhere and the
//! way of the keyboard back to the button come from the browser. CSS anchors it to the button.

use crate::{
    dom,
    el::{El, el},
};
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// Whether the panel is open.
fn is_open(panel: &Element) -> bool {
    panel.matches(":popover-open").unwrap_or(false)
}

/// Closes the panel that the event happened in; the browser gives the keyboard back to the button.
pub(crate) fn hide(event: &Event) {
    if let Some(panel) = dom::closest(event, "[popover]").filter(|panel| is_open(panel)) {
        let _ = panel.hide_popover();
    }
}

/// `button` opens `panel`, which reports that it opened or closed and the keys pressed in it.
/// `role` is `menu` or `dialog`.
pub(crate) fn popover(
    button: El,
    panel: El,
    (role, class): (&str, &str),
    label: Signal<String>,
    toggled: impl Fn(&HtmlElement, bool) + 'static,
    key: impl Fn(KeyboardEvent) + 'static,
) -> El {
    let id = dom::unique_id("panel");
    let toggle = move |event: Event| {
        if let Some(panel) = dom::current(&event) {
            toggled(&panel, is_open(&panel));
        }
    };
    let panel = panel
        .attrs(&[("id", &id), ("class", class), ("role", role), ("popover", "auto"), ("tabindex", "-1")])
        .attr("autofocus", "")
        .bind("aria-label", move || Some(label.get()))
        .on("toggle", toggle)
        .on("keydown", key);
    let button = button.attrs(&[("type", "button"), ("popovertarget", &id), ("aria-haspopup", role)]);
    el("span").class("anchored").child(button).child(panel)
}

/// Up and down among the inputs of a panel.
pub(crate) fn check_keys(event: KeyboardEvent) {
    let across = matches!(event.key().as_str(), "ArrowDown" | "ArrowUp");
    if across
        && dom::current(event.unchecked_ref())
            .is_some_and(|panel| dom::rove(&panel, "input:enabled", &event.key()))
    {
        event.prevent_default();
    }
}

/// A row of such a panel.
pub(crate) fn check_row(chosen: Signal<bool>, text: El, on_change: impl Fn() + 'static) -> El {
    let input = el("input").attr("type", "checkbox").checked(chosen).on("change", move |event: Event| {
        on_change();
        // What is shown is what the signal says, also when the change was refused.
        if let Some(input) = dom::current(&event) {
            input.unchecked_into::<web_sys::HtmlInputElement>().set_checked(chosen.get());
        }
    });
    el("label").class("check-row").child(input).child(text)
}
