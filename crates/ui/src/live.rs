//! What is announced: a permanent live region, and toasts that repeat what a page keeps.

use crate::{
    Tone,
    button::cross,
    el::{el, keyed},
};
use leptos::prelude::*;

/// The one region that screen readers listen to. Mount it once, and keep it mounted.
#[component]
pub fn LiveRegion(
    /// The last thing worth saying; each change is read out when the user pauses.
    #[prop(into)]
    text: Signal<String>,
) -> AnyView {
    let region =
        el("div").attrs(&[("class", "visually-hidden"), ("role", "status"), ("aria-live", "polite")]);
    region.text_of(text).into_any()
}

/// A short message at the edge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Toast {
    /// To dismiss it by.
    pub id: u64,
    /// Its colour.
    pub tone: Tone,
    /// What happened.
    pub title: String,
    /// One line more; may be empty.
    pub text: String,
    /// Where the whole story is: address and link text.
    pub link: Option<(String, String)>,
}

/// All toasts. They are read out by the [`LiveRegion`], not by themselves.
#[component]
pub fn Toasts(
    /// The newest last.
    #[prop(into)]
    items: Signal<Vec<Toast>>,
    /// One shall go.
    on_dismiss: Callback<u64>,
) -> AnyView {
    let keys = move || items.with(|items| items.iter().map(|toast| toast.id.to_string()).collect());
    let row = move |key: String| {
        let found = items.with(|items| items.iter().find(|toast| toast.id.to_string() == key).cloned());
        let Some(Toast { id, tone, title, text, link }) = found else { return el("li") };
        let said = el("div").child(el("p").class("toast-title").text(&title)).child(el("p").text(&text));
        let said = said.maybe(link.map(|(href, text)| el("a").attr("href", &href).text(&text)));
        let dismiss = cross(Signal::stored("Dismiss".to_owned()), move || on_dismiss.run(id));
        el("li").class(&format!("toast {}", tone.class())).child(said).child(dismiss)
    };
    let list = keyed(el("ul"), Box::new(keys), Box::new(row));
    el("section").attrs(&[("class", "toasts"), ("aria-label", "Notifications")]).child(list).into_any()
}
