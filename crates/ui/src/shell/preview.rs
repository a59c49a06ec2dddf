//! The exact request before it is sent, and the same for the command line.

use crate::{Choice, button::copy_button, el::el, field::segments};
use leptos::prelude::*;

/// A request in several spellings, one at a time, ready to copy.
#[component]
pub fn Preview(
    /// Name and text of each spelling: `HTTP`, `curl`, …. Secrets are placeholders in it already.
    #[prop(into)]
    forms: Signal<Vec<(String, String)>>,
) -> AnyView {
    let chosen = RwSignal::new(String::new());
    let current = move || {
        let chosen = chosen.get();
        let is_it = |form: &&(String, String)| form.0 == chosen;
        forms.with(|forms| forms.iter().find(is_it).or(forms.first()).cloned()).unwrap_or_default()
    };
    let names = Memo::new(move |_| {
        forms.with(|all| all.iter().map(|(name, _)| Choice::new(name, name)).collect::<Vec<_>>())
    });
    let text = Signal::derive(move || current().1);
    let value = Signal::derive(move || current().0);
    let change = Callback::new(move |name| chosen.set(name));
    let label = |text: &str| Signal::stored(text.to_owned());
    let bar = el("div")
        .class("preview-bar")
        .child(segments(label("Show the request as"), names.into(), value, change, false, ""))
        .child(copy_button(text, label("Copy"), false));
    let pre = el("pre").attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", "The request")]);
    el("details")
        .class("preview")
        .child(el("summary").text("The request as it will be sent"))
        .child(bar)
        .child(pre.text_of(text))
        .into_any()
}
