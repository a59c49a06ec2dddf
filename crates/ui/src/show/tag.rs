//! Small labels: where a row comes from, a tag of an image, a count.

use super::Tone;
use crate::el::el;
use leptos::prelude::*;

/// The connection that something comes from.
#[component]
pub fn SourceTag(
    /// The connection's name.
    #[prop(into)]
    name: Signal<String>,
) -> AnyView {
    el("span").class("source").text_of(name).into_any()
}

/// A tag, or any short value in the API's own spelling.
#[component]
pub fn Tag(
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
) -> AnyView {
    el("span").class("tag").text_of(text).into_any()
}

/// A count or a word on a coloured ground.
#[component]
pub fn Badge(
    /// What it says.
    #[prop(into)]
    text: Signal<String>,
    /// Its colour.
    #[prop(optional)]
    tone: Tone,
) -> AnyView {
    el("span").class(&format!("badge {}", tone.class())).text_of(text).into_any()
}
