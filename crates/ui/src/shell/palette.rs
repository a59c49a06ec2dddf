//! The palette: go anywhere and do anything by typing.

use crate::{Choice, Glyph, dialog::modal, el::el, icon::icon, picker::Listbox};
use leptos::prelude::*;
use std::sync::Arc;
use web_sys::{Event, KeyboardEvent};

/// The palette as a dialog. Mount it to open it, unmount it to close it. The application finds what
/// matches, because only it knows all there is.
#[component]
pub fn Palette(
    /// What is typed.
    typed: RwSignal<String>,
    /// What was found (a window of it), and how many there are in all.
    #[prop(into)]
    found: Signal<(Arc<Vec<Choice>>, usize)>,
    /// Shown and read out where to type.
    #[prop(into)]
    label: Signal<String>,
    /// One was chosen, by its id.
    on_pick: Callback<String>,
    /// The user wants it gone.
    on_close: Callback<()>,
) -> AnyView {
    let pick = Callback::new(move |choice: Choice| on_pick.run(choice.id));
    let list = Listbox::new(found, pick);
    Effect::new(move |_| {
        let any = found.with(|(shown, _)| !shown.is_empty());
        list.at.set(any.then_some(0));
    });
    let keydown = move |event: KeyboardEvent| {
        if list.key(&event.key()) {
            event.prevent_default();
        }
    };
    let name = move || Some(label.get());
    let input = list
        .head(el("input"))
        .attrs(&[("type", "text"), ("autofocus", ""), ("aria-expanded", "true")])
        .bind("aria-label", name)
        .bind("placeholder", name)
        .value(typed.into())
        .on("input", move |event: Event| typed.set(event_target_value(&event)))
        .on("keydown", keydown);
    let nothing = Signal::stored("Nothing found".to_owned());
    let options = list.view(el("div").class("options"), label, nothing, Signal::default());
    let dialog = el("dialog")
        .class("dialog palette")
        .bind("aria-label", name)
        .child(el("div").class("palette-input").child(icon(Glyph::Search)).child(input))
        .child(options);
    modal(dialog, move || on_close.run(()), on_close, |dialog| dialog.query_selector("input").ok().flatten())
        .into_any()
}
