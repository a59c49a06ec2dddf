//! The table itself: the catalogue's rows through the kit's window.

use image_console_catalogue::Column;
use image_console_core::Few;
use image_console_core::route::{ImagesView, Route, Sort};
use image_console_ui::table::{self, RowView, Table};
use leptos::prelude::*;

use super::view::Shown;
use super::{apis, columns, rows};
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;

/// The rows of the present view.
#[component]
pub fn ImageTable(shown: Shown, loading: Memo<bool>) -> AnyView {
    let navigation = use_navigation();
    let images = use_images();
    let connections = use_connections();
    let Shown { view, projection, version } = shown;
    let chosen = Memo::new(move |_| view.with(columns::of));
    let asked = Memo::new(move |_| apis::asked(connections).into_iter().map(|(s, _)| s).collect::<Vec<_>>());
    let headings = Signal::derive(move || {
        let heading = |column: &Column| asked.with(|asked| columns::heading(*column, asked));
        chosen.with(|c| c.iter().map(heading).collect::<Vec<_>>())
    });
    let names = Memo::new(move |_| {
        let list = connections.list.get();
        list.iter().map(|c| (c.connection.id.clone(), c.connection.name.clone())).collect::<Few<_>>()
    });
    let row = Callback::new(move |index: usize| {
        let Some(id) = projection.with_untracked(|p| p.rows.get(index).copied()) else {
            return RowView::default();
        };
        images.with_untracked(|catalogue| {
            let Some(row) = catalogue.row(id) else { return RowView::default() };
            let cells = names.with_untracked(|names| {
                let source = names.get(row.connection()).map_or(row.connection(), String::as_str);
                chosen.with_untracked(|c| c.iter().map(|c: &Column| rows::cell(row, *c, source)).collect())
            });
            RowView { cells, ..RowView::default() }
        })
    });
    let count = Signal::derive(move || projection.with(|p| p.rows.len()));
    let sort = Signal::derive(move || {
        let sort = view.with(|v| v.sort.clone())?;
        Some(table::Sort { key: sort.column, descending: sort.descending })
    });
    let on_sort = Callback::new(move |sort: Option<table::Sort>| {
        let sort = sort.map(|s| Sort { column: s.key, descending: s.descending });
        navigation.go(Route::Images(ImagesView { sort, ..view.get_untracked() }));
    });
    view! {
        <Table label="Images" columns=headings count row version busy=loading sort on_sort />
    }
    .into_any()
}
