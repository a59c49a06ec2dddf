//! Yes or no.

use crate::{dom::unique_id, el::el};
use leptos::prelude::*;
use web_sys::Event;

/// A check box with its label behind it.
#[component]
pub fn CheckboxField(
    /// What is true when it is checked.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is.
    checked: RwSignal<bool>,
    /// What to know before choosing.
    #[prop(into, optional)]
    hint: Signal<String>,
) -> AnyView {
    let id = unique_id("check");
    let note = format!("{id}-note");
    let input = el("input")
        .attrs(&[("id", &id), ("type", "checkbox"), ("aria-describedby", &note)])
        .checked(checked.into())
        .on("change", move |event: Event| checked.set(event_target_checked(&event)));
    let label = el("label").attr("for", &id).child(input).child(el("span").text_of(label));
    let note = el("p").class("note-line").child(el("span").attr("id", &note).text_of(hint));
    el("div").class("field check").child(label).child(note).into_any()
}
