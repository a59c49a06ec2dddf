//! A choice among few, where all of them can be read in a list.

use super::frame::{Frame, edit, left};
use crate::{Choice, el::el};
use image_console_core::form::Field;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::Event;

/// A native select. An option with a reason cannot be chosen and shows the reason.
#[component]
pub fn SelectField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value (the option's id) and message.
    field: RwSignal<Field>,
    /// What can be chosen. Put an option with an empty id first where none is a choice too.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What to know before choosing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let frame = Frame::new(label, hint, field, optional);
    let option = move |choice: Choice| {
        let Choice { id, mut label, detail, reason } = choice;
        let blocked = reason.is_some();
        for more in [Some(detail), reason].into_iter().flatten().filter(|text| !text.is_empty()) {
            label.push_str(" · ");
            label.push_str(&more);
        }
        let option = el("option").attr("value", &id).maybe_attr("disabled", blocked.then_some(""));
        let selected = field.with_untracked(|field| field.value == id);
        option.maybe_attr("selected", selected.then_some("")).text(&label).into_any()
    };
    let control = frame.control("select").on("blur", move |_: Event| left(on_blur));
    let control = control.on("change", move |event: Event| edit(field, event_target_value(&event)));
    let control = control.dynamic(move || options.get().into_iter().map(option).collect_view().into_any());
    // After the options, because a value without its option is dropped.
    let value = frame.value();
    let control = control.follow(move |element| {
        options.track();
        let (select, value) = (element.clone(), value.get());
        queue_microtask(move || select.unchecked_into::<web_sys::HtmlInputElement>().set_value(&value));
    });
    frame.around(control)
}
