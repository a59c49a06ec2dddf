//! How far something is: a bar only when the total is real, otherwise a line that moves.

use crate::el::el;
use leptos::prelude::*;

/// A progress bar with its text.
#[component]
pub fn Progress(
    /// What is going on, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Done and total in the same unit; `None`, or a total of 0, shows no share.
    #[prop(into)]
    value: Signal<Option<(u64, u64)>>,
    /// Shown below: `57 of 75 chunks`, `PROCESSING · 2 m 14 s`.
    #[prop(into, optional)]
    text: Signal<String>,
) -> AnyView {
    let real = move || value.get().filter(|(_, total)| *total > 0);
    let bar = el("progress")
        .bind("aria-label", move || Some(label.get()))
        .bind("aria-valuetext", move || Some(text.get()).filter(|text| !text.is_empty()))
        .bind("max", move || real().map(|(_, total)| total.to_string()))
        .bind("value", move || real().map(|(done, total)| done.min(total).to_string()));
    el("div").class("progress").child(bar).child(el("span").class("muted").text_of(text)).into_any()
}
