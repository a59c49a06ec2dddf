//! The table itself.

use image_console_core::Few;
use image_console_core::route::Route;
use image_console_ui::table::{Cell, Column, RowView, Table, Width};
use image_console_upstream::cloud_foundry::model::{Named, ServiceInstance};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use super::Shown;
use crate::pages::service_instances::words::{named, tone};
use crate::state::connections::use_connections;
use crate::state::navigation::href;

/// The column that names the connection.
const SOURCE: &str = "source";

/// The rows of the present view.
pub fn table(shown: Shown) -> AnyView {
    let connections = use_connections();
    let rows = shown.rows;
    let names = Memo::new(move |_| {
        let list = connections.list.get();
        list.iter().map(|c| (c.connection.id.clone(), c.connection.name.clone())).collect::<Few<_>>()
    });
    // With one connection there is nothing to tell apart.
    let many = Memo::new(move |_| shown.lists.sources.with(|sources| sources.len() > 1));
    let row = Callback::new(move |index: usize| {
        let cells = rows.with_untracked(|rows| {
            let row = rows.list.get(index)?;
            let id = &*row.connection;
            let source = names.with_untracked(|names| names.get(id).map_or(id, String::as_str).to_owned());
            Some(match row.instance()? {
                Lenient::Value(instance) => cells(instance, id, source),
                other => {
                    let text = other.wrong().unwrap_or_default().to_owned();
                    let why = "The server sent this in place of a service instance.".to_owned();
                    vec![Cell::Marked { text, why }, Cell::Source(source)]
                }
            })
        });
        let cells = cells.unwrap_or_default();
        let shown = cells.into_iter().filter(|cell| many.get_untracked() || !matches!(cell, Cell::Source(_)));
        RowView { cells: shown.collect(), ..RowView::default() }
    });
    let count = Signal::derive(move || rows.with(|rows| rows.list.len()));
    let version = Signal::derive(move || rows.with(super::rows::Rows::version));
    let columns = Signal::derive(move || {
        let wanted = |column: &Column| many.get() || column.key != SOURCE;
        columns().into_iter().filter(wanted).collect::<Vec<_>>()
    });
    let busy = shown.loading;
    view! { <Table label="Service instances" columns count row version busy /> }.into_any()
}

fn columns() -> Vec<Column> {
    let column = |key: &str, label: &str, width: Width| Column {
        key: key.to_owned(),
        label: label.to_owned(),
        width,
        ..Column::default()
    };
    vec![
        column("name", "Name", Width::Grow),
        column(SOURCE, "Source", Width::M),
        column("last_operation", "Last operation", Width::Xl),
        column("organization", "Organisation", Width::M),
        column("space", "Space", Width::S),
        column("service_offering", "Offering", Width::M),
        column("service_plan", "Plan", Width::M),
        column("updated_at", "Updated", Width::S),
    ]
}

fn cells(instance: &ServiceInstance, connection: &str, source: String) -> Vec<Cell> {
    let place = &instance.place;
    let operation = match (&instance.last_operation, instance.operation()) {
        (Lenient::Wrong(raw), _) => marked(raw, "last_operation"),
        (_, Some(operation)) => Cell::Status { tone: tone(operation), word: operation.words() },
        (_, None) => Cell::Muted("none".to_owned()),
    };
    let updated = match &instance.updated_at {
        Lenient::Absent => Cell::Empty,
        Lenient::Value(at) => Cell::Text(at.day()),
        Lenient::Wrong(raw) => marked(raw, "updated_at"),
    };
    vec![
        name(instance, connection),
        Cell::Source(source),
        operation,
        text(place.organization.as_ref()),
        text(place.space.as_ref()),
        text(place.service_offering.as_ref()),
        text(place.service_plan.as_ref()),
        updated,
    ]
}

fn name(instance: &ServiceInstance, connection: &str) -> Cell {
    let guid = instance.guid.text().filter(|guid| !guid.is_empty());
    match (&instance.name, guid) {
        (Lenient::Wrong(raw), None) => marked(raw, "name"),
        (name, Some(guid)) => {
            let text = name.text().filter(|name| !name.trim().is_empty()).unwrap_or(guid).to_owned();
            let route = Route::ServiceInstance {
                connection: connection.to_owned(),
                guid: guid.to_owned(),
                action: None,
            };
            Cell::Link { href: href(&route), text }
        }
        (name, None) => Cell::Text(name.text().unwrap_or("no name, no guid").to_owned()),
    }
}

/// A name where the answer gave it; a guid stands in the fixed-width face.
fn text(place: Option<&Named>) -> Cell {
    match place {
        None => Cell::Empty,
        Some(Named { name: None, guid }) => Cell::Mono(guid.clone()),
        some => Cell::Text(named(some).unwrap_or_default().to_owned()),
    }
}

fn marked(raw: &str, field: &str) -> Cell {
    let why = format!("The server sent this as {field}, which is not the documented type.");
    Cell::Marked { text: raw.to_owned(), why }
}
