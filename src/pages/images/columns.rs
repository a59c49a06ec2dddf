//! Which columns the table has.

use image_console_catalogue::Column;
use image_console_core::Service;
use image_console_core::route::{ImagesView, Route};
use image_console_ui::table::{self, ColumnChooser, Width};
use leptos::prelude::*;

use super::apis;
use super::view::Shown;
use crate::state::navigation::use_navigation;

/// Shown when the address chooses nothing.
const USUAL: [Column; 8] = [
    Column::Name,
    Column::Version,
    Column::Source,
    Column::Os,
    Column::Type,
    Column::State,
    Column::Size,
    Column::Published,
];

/// The columns of a view, in their natural order with the name first.
pub fn of(view: &ImagesView) -> Vec<Column> {
    match &view.columns {
        None => USUAL.to_vec(),
        Some(keys) => keys.iter().filter_map(|key| Column::parse(key)).collect(),
    }
}

/// How the table shows a column that these APIs' images stand in.
pub fn heading(column: Column, asked: &[Service]) -> table::Column {
    // Oracle Cloud has longer words for them.
    let states = if asked.iter().any(|service| *service != Service::Api) { Width::L } else { Width::M };
    let (label, width, number) = match column {
        Column::Source => ("Source", Width::L, false),
        Column::Name => ("Name", Width::Grow, false),
        Column::Version => ("Version", Width::S, false),
        Column::Os => ("OS", Width::S, false),
        Column::Type => ("Type", Width::L, false),
        Column::State => ("State", states, false),
        Column::Visibility => ("Visibility", Width::M, false),
        Column::Owner => ("Owner", Width::Id, false),
        Column::Origin => ("Origin", Width::Id, false),
        Column::Size => ("Size", Width::M, true),
        Column::Published => ("Published", Width::L, false),
        Column::Id => ("ID", Width::Id, false),
    };
    let (key, label) = (column.key().to_owned(), label.to_owned());
    let title = apis::meaning(asked, column);
    table::Column { key, label, title, width, number, sortable: true }
}

/// All columns, the name first: the order they are offered and shown in.
fn all() -> Vec<Column> {
    let mut all = USUAL.to_vec();
    all.extend(Column::ALL.into_iter().filter(|c| !USUAL.contains(c)));
    all
}

/// The menu that chooses them.
#[component]
pub fn Columns(shown: Shown) -> AnyView {
    let navigation = use_navigation();
    let keys = Signal::derive(move || {
        shown.view.with(|view| of(view).into_iter().map(|c| c.key().to_owned()).collect::<Vec<_>>())
    });
    let set = move |columns: Option<Vec<String>>| {
        navigation.go(Route::Images(ImagesView { columns, ..shown.view.get_untracked() }));
    };
    let toggle = Callback::new(move |key: String| {
        let now = keys.get_untracked();
        let wanted =
            |c: &Column| if c.key() == key { !now.contains(&key) } else { now.iter().any(|k| k == c.key()) };
        let columns: Vec<Column> = all().into_iter().filter(wanted).collect();
        // A table without columns could not be brought back from.
        if !columns.is_empty() {
            set((columns != USUAL).then(|| columns.iter().map(|c| c.key().to_owned()).collect()));
        }
    });
    let columns = all().into_iter().map(|column| heading(column, &[])).collect::<Vec<_>>();
    view! {
        <ColumnChooser columns shown=keys on_toggle=toggle on_reset=Callback::new(move |()| set(None)) />
    }
    .into_any()
}
