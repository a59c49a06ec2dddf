//! A choice among two to four, all visible: native radio buttons in one frame.

use super::frame::{Frame, edit};
use crate::{
    Choice,
    dom::unique_id,
    el::{El, el},
};
use image_console_core::form::Field;
use leptos::prelude::*;
use web_sys::Event;

/// The segments alone, for toolbars and previews. Arrow keys come from the browser.
#[component]
pub fn Segments(
    /// What is being chosen; read out, and shown only when `titled`.
    #[prop(into)]
    label: Signal<String>,
    /// What there is.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// The id that is chosen.
    #[prop(into)]
    value: Signal<String>,
    /// Another one was chosen.
    on_change: Callback<String>,
    /// Shows the label above, as fields do.
    #[prop(optional)]
    titled: bool,
    /// The id of a text about it; empty for none.
    #[prop(into, optional)]
    described_by: String,
) -> AnyView {
    segments(label, options, value, on_change, titled, &described_by).into_any()
}

pub(crate) fn segments(
    label: Signal<String>,
    options: Signal<Vec<Choice>>,
    value: Signal<String>,
    on_change: Callback<String>,
    titled: bool,
    described_by: &str,
) -> El {
    let name = unique_id("radio");
    let one = move |choice: Choice| {
        let Choice { id, label, reason, .. } = choice;
        let of = id.clone();
        let chosen = Signal::derive(move || value.with(|value| *value == of));
        let input = el("input")
            .attrs(&[("type", "radio"), ("name", &name), ("value", &id)])
            .maybe_attr("disabled", reason.as_ref().map(|_| ""))
            .checked(chosen)
            .on("change", move |_: Event| on_change.run(id.clone()));
        let segment = el("label").class("segment").maybe_attr("title", reason.as_deref());
        segment.child(input).child(el("span").text(&label)).into_any()
    };
    let row =
        el("div").class("seg").dynamic(move || options.get().into_iter().map(&one).collect_view().into_any());
    let legend = el("legend").maybe_attr("class", (!titled).then_some("visually-hidden")).text_of(label);
    let described_by = Some(described_by).filter(|id| !id.is_empty());
    el("fieldset").class("segments").maybe_attr("aria-describedby", described_by).child(legend).child(row)
}

/// The segments as a field of a form.
#[component]
pub fn RadioField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value (the option's id) and message.
    field: RwSignal<Field>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What to know before choosing.
    #[prop(into, optional)]
    hint: Signal<String>,
) -> AnyView {
    let frame = Frame::new(label, hint, field, false);
    let change = Callback::new(move |value| edit(field, value));
    let control = segments(label, options, frame.value(), change, true, &frame.note_id());
    el("div").class("field").child(control).child(frame.note()).into_any()
}
