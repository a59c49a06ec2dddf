//! Which columns are shown.

use super::Column;
use crate::{
    Glyph, Kind,
    button::simple,
    el::el,
    icon::icon,
    nav::{check_keys, check_row, popover},
};
use leptos::prelude::*;

/// A button that opens a check list of columns.
#[component]
pub fn ColumnChooser(
    /// All columns there are.
    columns: Vec<Column>,
    /// The keys of those that are shown.
    #[prop(into)]
    shown: Signal<Vec<String>>,
    /// A column was switched.
    on_toggle: Callback<String>,
    /// The usual columns shall be shown.
    on_reset: Callback<()>,
) -> AnyView {
    let row = move |column: Column| {
        let Column { key, label, .. } = column;
        let of = key.clone();
        let checked = Signal::derive(move || shown.with(|shown| shown.contains(&of)));
        let switch = move || {
            // The last one stays: a table without columns cannot be mended from the table.
            if !(checked.get() && shown.with(|shown| shown.len() == 1)) {
                on_toggle.run(key.clone());
            }
        };
        check_row(checked, el("span").text(&label), switch)
    };
    let reset = simple("Usual columns", Kind::Quiet, None, move || on_reset.run(()));
    let list = el("div").class("check-list").all(columns.into_iter().map(row));
    let button = el("button").class("btn quiet").child(icon(Glyph::Columns)).text("Columns");
    let label = Signal::stored("Columns".to_owned());
    let panel = el("div").child(list).child(reset);
    popover(button, panel, ("dialog", "popover facet"), label, |_, _| (), check_keys).into_any()
}
