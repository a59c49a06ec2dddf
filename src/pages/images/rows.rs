//! What stands in a row. Every value stays the API's own; what did not come as documented is
//! marked.

use image_console_catalogue::{Cell, Column, RowRef};
use image_console_core::route::Route;
use image_console_core::{Service, format};
use image_console_ui::table;

use super::apis;
use crate::pages::words::image_state_tone;
use crate::state::images::list;
use crate::state::navigation::href;

/// One cell; `source` names the row's connection.
pub fn cell(row: RowRef<'_>, column: Column, source: &str) -> table::Cell {
    let service = list::service(row.part());
    let column = At { service, column };
    match column.column {
        Column::Name => name(row, column),
        Column::Source => table::Cell::Source(source.to_owned()),
        Column::Version => shown(column, row.version(), |v| table::Cell::Mono(v.to_owned())),
        Column::Os => shown(column, row.os(), text),
        Column::Type => match (row.image_type(), service) {
            // The API has no field for it: these are words in its place, as the colour says.
            (Cell::Absent, Service::Compute) => table::Cell::Muted("compute".to_owned()),
            (Cell::Absent, Service::Artifacts) => table::Cell::Muted("container".to_owned()),
            (image_type, _) => shown(column, image_type, text),
        },
        Column::Visibility => shown(column, row.visibility(), text),
        Column::Owner => shown(column, row.owner(), |v| table::Cell::Mono(v.to_owned())),
        Column::Origin => shown(column, row.origin(), |v| table::Cell::Mono(v.to_owned())),
        Column::Id => shown(column, row.id(), |v| table::Cell::Mono(v.to_owned())),
        Column::State => shown(column, row.state(), |word| table::Cell::Status {
            tone: image_state_tone(word),
            word: word.to_owned(),
        }),
        Column::Size => match row.size() {
            Cell::Absent => match service {
                Service::Api => table::Cell::Muted("none".to_owned()),
                Service::Artifacts => table::Cell::Muted("not in lists".to_owned()),
                _ => table::Cell::Empty,
            },
            other => shown(column, other, |n| match u64::try_from(n) {
                Ok(n) => table::Cell::Text(format::bytes(n)),
                // As the service counts it: it makes no sense, and people's units would not mend that.
                Err(_) if service == Service::Compute => table::Cell::Text(format!("{} MBs", n / MB)),
                Err(_) => table::Cell::Text(format!("{n} B")),
            }),
        },
        Column::Published => match row.published() {
            Cell::Absent if service == Service::Api => table::Cell::Muted("not published".to_owned()),
            other => shown(column, other, |at| table::Cell::Text(at.day())),
        },
    }
}

/// `sizeInMBs` of a compute image counts in this many bytes (oci-compute.md §4.1).
const MB: i64 = 1_048_576;

/// A column, and whose image stands in it.
#[derive(Clone, Copy)]
struct At {
    service: Service,
    column: Column,
}

fn name(row: RowRef<'_>, column: At) -> table::Cell {
    let id = row.id().value().filter(|id| !id.is_empty());
    match (row.name(), id) {
        (Cell::Wrong(raw), _) => marked(column, raw.to_string()),
        (Cell::Absent, None) => table::Cell::Muted("no name, no id".to_owned()),
        (Cell::Value(name), None) => table::Cell::Text(name.to_owned()),
        (cell, Some(id)) => {
            let text = cell.value().filter(|name| !name.trim().is_empty()).unwrap_or(id).to_owned();
            table::Cell::Link { href: href(&Route::image(row.connection(), id)), text }
        }
    }
}

fn text(value: &str) -> table::Cell {
    table::Cell::Text(value.to_owned())
}

fn shown<T>(column: At, cell: Cell<T>, say: impl FnOnce(T) -> table::Cell) -> table::Cell {
    match cell {
        Cell::Absent => table::Cell::Empty,
        Cell::Value(value) => say(value),
        Cell::Wrong(raw) => marked(column, raw.to_string()),
    }
}

fn marked(At { service, column }: At, text: String) -> table::Cell {
    let own = apis::field(service, column).filter(|_| service != Service::Api).unwrap_or(column.key());
    let why = format!("The server sent this as {own}, which is not the documented type.");
    table::Cell::Marked { text, why }
}
