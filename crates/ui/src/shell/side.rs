//! The navigation: beside the screen, and a bar below it where it is narrow.

use crate::{Glyph, el::el, icon::icon};
use leptos::prelude::*;

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NavItem {
    /// Its address.
    pub href: String,
    /// Its name.
    pub label: String,
    /// Its icon.
    pub icon: Glyph,
    /// Behind the name, e.g. how many are running; empty for none.
    pub count: String,
    /// Whether this is where the user is.
    pub current: bool,
}

/// The navigation.
#[component]
pub fn SideNav(
    /// The places.
    #[prop(into)]
    items: Signal<Vec<NavItem>>,
    /// Below the places, e.g. the connections and whether they answer. Not shown where it is narrow.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let one = |item: NavItem| {
        let NavItem { href, label, icon: glyph, count, current } = item;
        let link = el("a").attr("href", &href).maybe_attr("aria-current", current.then_some("page"));
        let link = link.child(icon(glyph)).child(el("span").text(&label));
        let count = (!count.is_empty()).then(|| el("span").class("nav-count").text(&count));
        el("li").child(link.maybe(count)).into_any()
    };
    let list = move || items.get().into_iter().map(one).collect_view().into_any();
    el("nav")
        .attrs(&[("class", "side"), ("aria-label", "Main")])
        .child(el("ul").class("nav-list").dynamic(list))
        .maybe(children.map(|children| el("div").class("side-more").view(children())))
        .into_any()
}
