//! Tabs. With addresses they are links in a navigation; without, the ARIA tab pattern.

use crate::{dom, el::el};
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// One tab.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TabItem {
    /// What is reported, and compared with the current one.
    pub id: String,
    /// What it says.
    pub label: String,
    /// Its address, when it has one; give it to all tabs or to none.
    pub href: Option<String>,
}

/// A row of tabs.
#[component]
pub fn Tabs(
    /// What the tabs divide.
    #[prop(into)]
    label: Signal<String>,
    /// The tabs.
    items: Vec<TabItem>,
    /// The id of the current one.
    #[prop(into)]
    current: Signal<String>,
    /// Another one was chosen (tabs without address).
    #[prop(into, optional)]
    on_change: Option<Callback<String>>,
) -> AnyView {
    let linked = items.iter().any(|item| item.href.is_some());
    let one = move |item: TabItem| {
        let TabItem { id, label, href } = item;
        let of = id.clone();
        let is_current = move || current.with(|current| *current == of);
        let tab = match &href {
            Some(href) => el("a").attr("href", href).flag("aria-current", "page", is_current),
            None => {
                let stop = is_current.clone();
                el("button")
                    .attrs(&[("type", "button"), ("role", "tab"), ("id", &format!("tab-{id}"))])
                    .either("aria-selected", is_current)
                    .bind("tabindex", move || Some(if stop() { "0" } else { "-1" }.to_owned()))
                    .on("click", move |_: Event| {
                        if let Some(on_change) = on_change {
                            on_change.run(id.clone());
                        }
                    })
            }
        };
        tab.text(&label)
    };
    let keydown = move |event: KeyboardEvent| {
        let sideways = !linked && !matches!(event.key().as_str(), "ArrowDown" | "ArrowUp");
        let Some(list) = dom::current(&event).filter(|_| sideways) else { return };
        if dom::rove(&list, "[role=tab]", &event.key()) {
            event.prevent_default();
            // Selection follows the keyboard: what a tab shows is here already.
            if let Some(tab) = dom::focused() {
                tab.click();
            }
        }
    };
    let row = el(if linked { "nav" } else { "div" }).class("tabs");
    row.maybe_attr("role", (!linked).then_some("tablist"))
        .bind("aria-label", move || Some(label.get()))
        .on("keydown", keydown)
        .all(items.into_iter().map(one))
        .into_any()
}

/// What a tab without address shows; mount the one that is current.
#[component]
pub fn TabPanel(
    /// The tab's id.
    #[prop(into)]
    id: String,
    /// What it shows.
    children: Children,
) -> AnyView {
    let panel = el("div").attrs(&[("role", "tabpanel"), ("class", "tab-panel"), ("tabindex", "0")]);
    panel.attr("aria-labelledby", &format!("tab-{id}")).view(children()).into_any()
}
