//! The picker: an input that narrows a list of any length.

use super::{Listbox, hits};
use crate::{
    Choice,
    dom::unique_id,
    el::el,
    field::{invalid, left, said, tones},
};
use image_console_core::form::Field;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, KeyboardEvent};

/// A combobox over options that are all known. Those with a reason stay visible and say why.
#[component]
pub fn Picker(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value (the option's id) and message.
    field: RwSignal<Field>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Arc<Vec<Choice>>>,
    /// What to know before choosing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Said in place of the list when nothing is found; `Loading…` while they are on their way.
    #[prop(into, optional)]
    empty: Signal<String>,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let id = unique_id("picker");
    let note = format!("{id}-note");
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let popover = el("div").attrs(&[("class", "popover options"), ("popover", "manual")]);
    let panel = StoredValue::new_local(popover.element().unchecked_into::<HtmlElement>());
    let chosen = Signal::derive(move || field.with(|field| field.value.clone()));
    let chosen_label = move || {
        let id = chosen.get();
        options
            .with(|all| all.iter().find(|choice| choice.id == id).map(|choice| choice.label.clone()))
            .unwrap_or(id)
    };
    let found = Memo::new(move |_| {
        if !open.get() {
            return (Arc::default(), 0);
        }
        let (shown, all) = options.with(|options| hits(options, &typed.get()));
        (Arc::new(shown), all)
    });
    let show = move |now: bool| {
        if let Some(panel) = panel.try_get_value().filter(|panel| panel.is_connected()) {
            let _ = if now { panel.show_popover() } else { panel.hide_popover() };
        }
        let _ = open.try_set(now);
    };
    let pick = Callback::new(move |choice: Choice| {
        field.update(|field| field.edit(choice.id));
        show(false);
    });
    let list = Listbox::new(found.into(), pick);
    let start = move || {
        if !open.get() {
            typed.set(String::new());
            list.at.set(None);
            show(true);
        }
    };
    let input = move |event: Event| {
        start();
        typed.set(event_target_value(&event));
        list.at.set(Some(0));
    };
    let keydown = move |event: KeyboardEvent| {
        let key = event.key();
        if !open.get() {
            if matches!(key.as_str(), "ArrowDown" | "ArrowUp") {
                event.prevent_default();
                start();
            }
        } else if key == "Escape" {
            // Closes the list, not the dialog around it.
            event.prevent_default();
            event.stop_propagation();
            show(false);
        } else if list.key(&key) {
            event.prevent_default();
        }
    };
    let gone = move |_: Event| {
        show(false);
        left(on_blur);
    };
    let text = Signal::derive(move || if open.get() { typed.get() } else { chosen_label() });
    let empty = Signal::derive(move || match empty.get() {
        text if text.is_empty() => "Nothing found".to_owned(),
        text => text,
    });
    let control = list
        .head(el("input"))
        .attrs(&[("id", &id), ("type", "text"), ("aria-describedby", &note)])
        .bind("placeholder", move || open.get().then(chosen_label))
        .either("aria-expanded", move || open.get())
        .value(text)
        .on("input", input)
        .on("click", move |_: Event| start())
        .on("keydown", keydown)
        .on("blur", gone);
    let box_ = el("div").class("anchored picker").child(invalid(control, field));
    let line = tones(el("p").class("note-line"), field);
    let said = el("span").attr("id", &note).text_with(move || said(field, hint));
    el("div")
        .class("field")
        .child(el("label").attr("for", &id).text_of(label))
        .child(box_.child(list.view(popover, label, empty, chosen)))
        .child(line.child(said))
        .into_any()
}
