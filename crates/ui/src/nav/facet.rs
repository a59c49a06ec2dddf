//! A filter chip: it opens a list of values with their counts, shows what is chosen, and clears.

use super::popover::{check_keys, check_row, popover};
use crate::{
    Choice, Glyph, dom,
    el::{el, keyed},
    icon::icon,
};
use image_console_core::{format, lower};
use leptos::prelude::*;
use web_sys::{Event, HtmlElement};

/// A value that can be filtered by.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FacetOption {
    /// What is reported.
    pub value: String,
    /// What is shown.
    pub label: String,
    /// How many rows have it, as the rows now stand; `None` when nobody knows.
    pub count: Option<u64>,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// From how many values on there is a search box above them.
const SEARCH_FROM: usize = 10;

/// A filter chip with a check list.
#[component]
pub fn Facet(
    /// What is filtered by.
    #[prop(into)]
    label: Signal<String>,
    /// The values; read only while the list is open, apart from what is chosen.
    #[prop(into)]
    options: Signal<Vec<FacetOption>>,
    /// A value was switched.
    on_toggle: Callback<String>,
    /// The filter shall go.
    on_clear: Callback<()>,
) -> AnyView {
    let open = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let chosen = Memo::new(move |_| {
        options.with(|all| {
            all.iter().filter(|o| o.chosen).map(|o| o.label.clone()).collect::<Vec<_>>().join(", ")
        })
    });
    let active = move || chosen.with(|chosen| !chosen.is_empty());
    // Keyed by value, so that the box which was just switched keeps the keyboard.
    let shown = move || {
        let folded = lower(&typed.get());
        let hit = |o: &&FacetOption| Choice::new("", o.label.as_str()).matches(&folded);
        options.with(|all| all.iter().filter(hit).map(|o| o.value.clone()).collect())
    };
    let find = move |value: &str| {
        options.with(|all| all.iter().find(|o| o.value == value).cloned()).unwrap_or_default()
    };
    let row = move |value: String| {
        let (a, b, c) = (value.clone(), value.clone(), value.clone());
        let name = el("span").text_with(move || find(&a).label);
        let count = move || find(&b).count.map(format::count).unwrap_or_default();
        let count = el("span").class("muted num").text_with(count);
        let chosen = Signal::derive(move || find(&c).chosen);
        check_row(chosen, name, move || on_toggle.run(value.clone())).child(count)
    };
    let search = move || {
        el("input")
            .attrs(&[("type", "search"), ("aria-label", "Find a value"), ("placeholder", "Find a value")])
            .value(typed.into())
            .on("input", move |event: Event| typed.set(event_target_value(&event)))
            .into_any()
    };
    let list = move || keyed(el("div").class("check-list"), Box::new(shown), Box::new(row)).into_any();
    let panel = el("div")
        .when(move || open.get() && options.with(Vec::len) >= SEARCH_FROM, search)
        .when(move || open.get(), list)
        .child(
            el("p")
                .class("muted")
                .flag("hidden", "", move || !options.with(Vec::is_empty))
                .text("No values yet"),
        );
    let text = move || if active() { format!("{}: {}", label.get(), chosen.get()) } else { label.get() };
    let button = el("button").class("chip").toggle("on", active);
    let button = button.child(el("span").class("chip-text").text_with(text));
    let toggled = move |_: &HtmlElement, now| {
        typed.set(String::new());
        open.set(now);
    };
    let clear = move || {
        let name = el("span").class("visually-hidden").text_with(move || format!("Clear {}", label.get()));
        let button = el("button").attrs(&[("type", "button"), ("class", "chip-clear")]);
        let press = move |event: Event| {
            // The button goes; the keyboard goes to the chip beside it.
            if let Some(chip) = dom::current(&event).and_then(|clear| clear.previous_element_sibling()) {
                dom::focus_element(&chip);
            }
            on_clear.run(());
        };
        button.on("click", press).child(icon(Glyph::Close)).child(name).into_any()
    };
    let chip = popover(button, panel, ("dialog", "popover facet"), label, toggled, check_keys);
    el("span").class("chip-group").child(chip).when(active, clear).into_any()
}
