//! Skip link, header, navigation and the main region.

use crate::{dom, el::el};
use leptos::prelude::*;
use web_sys::Event;

/// The frame. Its children are the screen; they stand in `<main id="main">`.
#[component]
pub fn Shell(
    /// The bar above.
    #[prop(into)]
    header: ViewFn,
    /// The navigation beside, or below where it is narrow.
    #[prop(into)]
    side: ViewFn,
    /// The screen.
    children: Children,
) -> AnyView {
    // With a <base> a "#main" link would leave the screen, so it moves the keyboard itself.
    let skip = |event: Event| {
        event.prevent_default();
        dom::focus("main");
    };
    let skip =
        el("a").attrs(&[("class", "skip"), ("href", "#main")]).on("click", skip).text("Skip to content");
    let main = el("main").attrs(&[("id", "main"), ("tabindex", "-1")]).view(children());
    el("div").class("shell").child(skip).view(header.run()).view(side.run()).child(main).into_any()
}
