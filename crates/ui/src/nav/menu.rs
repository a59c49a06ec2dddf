//! A menu of actions or places, for where there are too many to stand in a row.

use super::popover::{hide, popover};
use crate::{Glyph, Kind, button::plain, dom, el::el};
use leptos::prelude::*;
use web_sys::{Event, HtmlElement, KeyboardEvent};

const ENTRIES: &str = "[role=menuitem]";

/// One entry of a menu.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MenuItem {
    /// What is reported when it is picked.
    pub id: String,
    /// What it does.
    pub label: String,
    /// Where it leads, when that has an address. Then nothing is reported.
    pub href: Option<String>,
    /// Loses data.
    pub danger: bool,
    /// Why it cannot be picked now.
    pub reason: Option<String>,
}

/// A button that opens a menu. Arrow keys, Home, End and Esc work in it.
#[component]
pub fn Menu(
    /// What the menu is about.
    #[prop(into)]
    label: Signal<String>,
    /// Shown before the label.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the icon alone.
    #[prop(optional)]
    icon_only: bool,
    /// The weight of the button.
    #[prop(optional)]
    kind: Kind,
    /// What is in it.
    #[prop(into)]
    items: Signal<Vec<MenuItem>>,
    /// An entry without an address was picked.
    on_pick: Callback<String>,
) -> AnyView {
    let item = move |item: MenuItem| {
        let MenuItem { id, label, href, danger, reason } = item;
        let blocked = reason.is_some();
        let entry = match href.filter(|_| !blocked) {
            Some(href) => el("a").attr("href", &href).on("click", |event: Event| hide(&event)),
            None => el("button").attr("type", "button").on("click", move |event: Event| {
                if !blocked {
                    hide(&event);
                    on_pick.run(id.clone());
                }
            }),
        };
        entry
            .attrs(&[("role", "menuitem"), ("tabindex", "-1")])
            .maybe_attr("class", danger.then_some("danger"))
            .maybe_attr("aria-disabled", blocked.then_some("true"))
            .child(el("span").text(&label))
            .maybe(reason.map(|reason| el("small").text(&reason)))
            .into_any()
    };
    let key = move |event: KeyboardEvent| {
        let Some(panel) = dom::current(&event) else { return };
        if event.key() == "Tab" {
            hide(&event);
        } else if dom::rove(&panel, ENTRIES, &event.key()) {
            event.prevent_default();
        }
    };
    let toggled = |panel: &HtmlElement, open: bool| {
        if open {
            dom::rove(panel, ENTRIES, "Home");
        }
    };
    let button = plain(label, kind, icon, icon_only);
    let panel = el("div").dynamic(move || items.get().into_iter().map(item).collect_view().into_any());
    popover(button, panel, ("menu", "popover menu"), label, toggled, key).into_any()
}
