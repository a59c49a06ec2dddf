//! The bar above every screen.

use crate::{Glyph, el::el, icon::icon};
use leptos::prelude::*;
use web_sys::Event;

/// Brand, the way into the palette, and what the application puts at the end.
#[component]
pub fn Header(
    /// The product's name.
    #[prop(into)]
    brand: String,
    /// Where the name leads.
    #[prop(into)]
    home: String,
    /// What the palette finds.
    #[prop(into)]
    search: String,
    /// The palette's key on this machine: `Ctrl K` or `⌘K`.
    #[prop(into)]
    key: String,
    /// Opens the palette.
    on_search: Callback<()>,
    /// At the end: what is running, the theme switch.
    children: Children,
) -> AnyView {
    let home = el("a")
        .attrs(&[("class", "brand"), ("href", &home)])
        .child(el("span").attrs(&[("class", "brand-mark"), ("aria-hidden", "true")]))
        .child(el("span").class("brand-name").text(&brand));
    let omni = el("button")
        .attrs(&[("type", "button"), ("class", "omni"), ("aria-keyshortcuts", "Control+K Meta+K")])
        .on("click", move |_: Event| on_search.run(()))
        .child(icon(Glyph::Search))
        .child(el("span").text(&search))
        .child(el("kbd").attr("aria-hidden", "true").text(&key));
    let end = el("div").class("top-end").view(children());
    el("header").class("top").child(home).child(omni).child(end).into_any()
}
