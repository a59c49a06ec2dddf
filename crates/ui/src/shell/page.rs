//! The head of a screen: what it is, how much there is, what can be done.

use crate::el::el;
use leptos::prelude::*;

/// Title, counts and actions.
#[component]
pub fn PageHeader(
    /// The heading.
    #[prop(into)]
    title: Signal<String>,
    /// Behind the heading in the fixed-width face, e.g. a version.
    #[prop(into, optional)]
    detail: Signal<String>,
    /// Behind these, e.g. the state.
    #[prop(into, optional)]
    mark: ViewFn,
    /// Counts and age: `142 of 12,902 · updated 8 s ago`.
    #[prop(into, optional)]
    about: Signal<String>,
    /// The way here: address and name of each place above this one.
    #[prop(into, optional)]
    crumbs: Signal<Vec<(String, String)>>,
    /// Buttons at the end.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let crumb =
        |(href, name): (String, String)| el("li").child(el("a").attr("href", &href).text(&name)).into_any();
    let trail = move || crumbs.get().into_iter().map(crumb).collect_view().into_any();
    let crumbs = el("nav")
        .attrs(&[("class", "crumbs"), ("aria-label", "Above this page")])
        .flag("hidden", "", move || crumbs.with(Vec::is_empty))
        .child(el("ol").dynamic(trail));
    let title = el("h1").child(el("span").text_of(title)).text(" ");
    let header = el("header")
        .class("page-header")
        .child(title.child(el("span").class("mono muted").text_of(detail)))
        .child(el("span").class("page-mark").view(mark.run()))
        .child(el("p").class("muted page-about").text_of(about))
        .maybe(children.map(|children| el("div").class("actions").view(children())));
    (crumbs, header).into_any()
}
