//! A list of facts: name on the left, value on the right, below each other where it is narrow.

use crate::{button::copy_button, el::el};
use leptos::prelude::*;

/// The list. Its children are [`Fact`]s.
#[component]
pub fn Definition(
    /// The facts.
    children: Children,
) -> AnyView {
    el("dl").class("facts").view(children()).into_any()
}

/// One fact.
#[component]
pub fn Fact(
    /// Its name, as the API spells it or in plain words.
    #[prop(into)]
    name: String,
    /// Shows the value in the fixed-width face.
    #[prop(optional)]
    mono: bool,
    /// What the copy button behind the value copies; without it there is none.
    #[prop(into, optional)]
    copy: Option<Signal<String>>,
    /// The value.
    children: Children,
) -> AnyView {
    let copy = copy.map(|text| copy_button(text, Signal::stored(format!("Copy {name}")), true));
    let value = el("dd").maybe_attr("class", mono.then_some("mono")).view(children()).maybe(copy);
    el("div").child(el("dt").text(&name)).child(value).into_any()
}
