//! The search box of a toolbar. Its value lives in the address, so it is given and reported.

use crate::{Glyph, el::el, icon::icon};
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// A search box. `/` finds it by its id.
#[component]
pub fn SearchBox(
    /// The id, so that a key can bring the keyboard here.
    #[prop(into, optional)]
    id: String,
    /// What is searched.
    #[prop(into)]
    label: Signal<String>,
    /// What stands in it.
    #[prop(into)]
    value: Signal<String>,
    /// Each change while typing.
    on_input: Callback<String>,
    /// Enter: the search is meant to be kept.
    #[prop(into, optional)]
    on_commit: Option<Callback<()>>,
) -> AnyView {
    let keydown = move |event: KeyboardEvent| {
        if event.key() == "Enter"
            && let Some(on_commit) = on_commit
        {
            event.prevent_default();
            on_commit.run(());
        }
    };
    let input = el("input")
        .attrs(&[("type", "search"), ("autocomplete", "off"), ("spellcheck", "false")])
        .maybe_attr("id", Some(id.as_str()).filter(|id| !id.is_empty()))
        .bind("aria-label", move || Some(label.get()))
        .bind("placeholder", move || Some(label.get()))
        .value(value)
        .on("input", move |event: Event| on_input.run(event_target_value(&event)))
        .on("keydown", keydown);
    el("div").class("search").child(icon(Glyph::Search)).child(input).into_any()
}
