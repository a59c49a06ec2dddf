//! How many uploads a page of the API has.

use image_console_ui::el::el;
use leptos::prelude::*;
use web_sys::Event;

use super::view::Shown;

/// The sizes on offer; the address may hold another.
const SIZES: [u32; 4] = [10, 30, 50, 100];

/// The choice.
pub fn choice(shown: Shown) -> AnyView {
    let limit = Memo::new(move |_| shown.search.with(|search| search.limit));
    let options = move || {
        let limit = limit.get();
        let mut sizes = SIZES.to_vec();
        if !sizes.contains(&limit) {
            sizes.push(limit);
            image_console_core::sorting::sort_by(&mut sizes, u32::cmp);
        }
        let option = |size: u32| {
            let text = size.to_string();
            let chosen = (size == limit).then_some("");
            el("option").attr("value", &text).maybe_attr("selected", chosen).text(&text).into_any()
        };
        sizes.into_iter().map(option).collect::<Vec<_>>().into_any()
    };
    let change = move |event: Event| {
        if let Ok(size) = event_target_value(&event).parse() {
            shown.go(|search| search.limit = size);
        }
    };
    let select = el("select").on("change", change).dynamic(options);
    el("label").class("page-size").child(el("span").text("limit")).child(select).into_any()
}
