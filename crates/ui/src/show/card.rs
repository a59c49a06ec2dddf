//! A titled panel, and what stands where there is nothing to show.

use crate::{dom::unique_id, el::el};
use leptos::prelude::*;

/// A titled panel.
#[component]
pub fn Card(
    /// Its heading.
    #[prop(into)]
    title: Signal<String>,
    /// Behind the heading, e.g. a button.
    #[prop(into, optional)]
    actions: ViewFn,
    /// What is in it.
    children: Children,
) -> AnyView {
    let id = unique_id("card");
    let header = el("header").child(el("h2").attr("id", &id).text_of(title)).view(actions.run());
    let card = el("section").attrs(&[("class", "card"), ("aria-labelledby", &id)]);
    card.child(header).view(children()).into_any()
}

/// Says why there is nothing, and what to do about it. Never for data that merely failed to load.
#[component]
pub fn Empty(
    /// What there is none of.
    #[prop(into)]
    title: Signal<String>,
    /// What to do next.
    #[prop(into, optional)]
    next: Signal<String>,
    /// Buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let buttons = children.map(|children| el("div").class("cluster").view(children()));
    el("div")
        .class("empty")
        .child(el("p").class("empty-title").text_of(title))
        .child(el("p").text_of(next))
        .maybe(buttons)
        .into_any()
}
