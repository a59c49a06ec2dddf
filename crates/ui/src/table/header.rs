//! The head of the table: widths, headings, and the arrow on the sorted column.

use super::{Column, Sort};
use crate::el::el;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement};

/// `<col>` elements; their widths go through CSSOM because they are custom properties.
pub(super) fn widths(columns: &[Column]) -> AnyView {
    let last_grow = columns.iter().rposition(|column| column.width == super::Width::Grow);
    let cols = columns.iter().enumerate().map(|(at, column)| {
        let col = el("col");
        // One column must stay without a width, or a wide table stretches all of them.
        if Some(at) != last_grow
            && let Some(col) = col.element().dyn_ref::<HtmlElement>()
        {
            let _ = col.style().set_property("width", column.width.token());
        }
        col.into_any()
    });
    cols.collect_view().into_any()
}

/// The width below which the table scrolls sideways.
pub(super) fn least_width(columns: &[Column]) -> String {
    let all: Vec<&str> = columns.iter().map(|column| column.width.token()).collect();
    format!("calc({})", all.join(" + "))
}

pub(super) fn heading(
    column: Column,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Option<Sort>>>,
) -> AnyView {
    let Column { key, label, title, width, number, sortable } = column;
    let th = el("th").attr("scope", "col").maybe_attr("class", number.then_some("num"));
    let th = th.maybe_attr("title", Some(title.as_str()).filter(|title| !title.is_empty()));
    let Some(on_sort) = on_sort.filter(|_| sortable) else {
        let hidden = (width == super::Width::Check).then_some("visually-hidden");
        return th.child(el("span").maybe_attr("class", hidden).text(&label)).into_any();
    };
    let pressed = key.clone();
    let state =
        move || sort.with(|sort| sort.as_ref().filter(|sort| sort.key == key).map(|sort| sort.descending));
    let aria = state.clone();
    let arrow = move || match state() {
        Some(true) => "↓".to_owned(),
        Some(false) => "↑".to_owned(),
        None => String::new(),
    };
    let press = move |_: Event| on_sort.run(sort.with(|sort| Sort::next(sort.as_ref(), &pressed)));
    let arrow = el("span").attrs(&[("class", "sort-arrow"), ("aria-hidden", "true")]).text_with(arrow);
    let button = el("button").attr("type", "button").on("click", press);
    th.bind("aria-sort", move || aria().map(|down| if down { "descending" } else { "ascending" }.to_owned()))
        .child(button.text(&label).child(arrow))
        .into_any()
}
