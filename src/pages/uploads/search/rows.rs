//! What the connections have found, as one list of rows.

use std::cmp::Ordering;
use std::sync::Arc;

use image_console_core::format;
use image_console_core::route::Route;
use image_console_core::sorting;
use image_console_ui::table::{Cell, RowView};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest;
use image_console_upstream::oracle_marketplace::{OrderBy, SortOrder};
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::uploads::words::tone;
use crate::state::connections::use_connections;
use crate::state::navigation::href;

/// The rows, and how many there are in all as far as is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Rows {
    /// In the order shown.
    pub list: Arc<Vec<RowView>>,
    /// `330`, or `30 or more` while the end of a list has not been seen.
    pub of: String,
}

/// A row with what it is sorted by.
struct Keyed {
    row: RowView,
    name: String,
    changed: i64,
}

/// The rows of all connections that have answered the search as it stands. What they found before
/// stays, fainter, until they have.
pub fn of(shown: Shown) -> Memo<Rows> {
    let connections = use_connections();
    Memo::new(move |_| {
        let search = shown.search.get();
        let (mut rows, mut total, mut whole, mut lists) = (Vec::new(), 0, true, 0);
        shown.found.sources.with(|sources| {
            for source in sources {
                let Some(found) = source.query.value.get() else {
                    whole = false;
                    continue;
                };
                let stale = found.search != search;
                if stale && !source.query.loading.get() {
                    whole = false;
                    continue;
                }
                lists += 1;
                whole &= found.listing.total().is_some() && !stale;
                total += found.listing.uploads.len();
                let id = source.id();
                let name = connections.name(&id);
                let uploads = found.listing.uploads.iter();
                rows.extend(uploads.map(|upload| keyed(&id, &name, upload, stale)));
            }
        });
        // Each API has sorted its own; several lists are put together in the same order.
        if lists > 1
            && let Some(by) = search.order_by
        {
            let down = search.sort_order == Some(SortOrder::Descending);
            sorting::sort_by(&mut rows, |a, b| compare(by, down, a, b));
        }
        let total = format::count(total as u64);
        let list = Arc::new(rows.into_iter().map(|keyed| keyed.row).collect());
        Rows { list, of: if whole { total } else { format!("{total} or more") } }
    })
}

fn compare(by: OrderBy, down: bool, a: &Keyed, b: &Keyed) -> Ordering {
    let order = match by {
        OrderBy::Name => a.name.cmp(&b.name),
        OrderBy::LastUpdateDate => a.changed.cmp(&b.changed),
    };
    if down { order.reverse() } else { order }
}

fn keyed(connection: &str, source: &str, item: &Lenient<MachineImageUploadRequest>, faint: bool) -> Keyed {
    let Some(upload) = item.value() else {
        let text = item.wrong().unwrap_or("null").to_owned();
        let why = "this item of the answer is no upload".to_owned();
        let mut cells = vec![Cell::Marked { text, why }, Cell::Source(source.to_owned())];
        cells.resize(9, Cell::Empty);
        return Keyed {
            row: RowView { cells, faint, ..RowView::default() },
            name: String::new(),
            changed: 0,
        };
    };
    let cells = vec![
        link(connection, upload),
        Cell::Source(source.to_owned()),
        status(&upload.status_name),
        far(upload),
        centers(upload),
        changed(upload),
        plain("version", &upload.version),
        plain("operatingSystem", &upload.operating_system),
        match plain("uploadRequestId", &upload.upload_request_id) {
            Cell::Text(text) => Cell::Mono(text),
            other => other,
        },
    ];
    Keyed {
        row: RowView { cells, faint, ..RowView::default() },
        name: image_console_core::lower(upload.application.text().unwrap_or_default()),
        changed: upload.last_modified_date.value().map_or(0, |at| at.0),
    }
}

/// The application leads to the upload; so does its number where there is no application.
fn link(connection: &str, upload: &MachineImageUploadRequest) -> Cell {
    let Some(id) = upload.upload_request_id.text() else {
        return match plain("application", &upload.application) {
            Cell::Empty => Cell::Muted("without a number".to_owned()),
            other => other,
        };
    };
    let route = Route::Upload { connection: connection.to_owned(), id: id.to_owned() };
    let text = upload.application.text().filter(|text| !text.trim().is_empty()).unwrap_or(id).to_owned();
    Cell::Link { href: href(&route), text }
}

fn plain(name: &str, field: &Lenient<String>) -> Cell {
    match field {
        Lenient::Absent => Cell::Empty,
        Lenient::Value(text) => Cell::Text(text.clone()),
        Lenient::Wrong(raw) => marked(name, raw),
    }
}

fn marked(name: &str, raw: &str) -> Cell {
    Cell::Marked { text: raw.to_owned(), why: format!("{name} is not of the documented type") }
}

fn status(field: &Lenient<String>) -> Cell {
    match field {
        Lenient::Absent => Cell::Muted("not sent".to_owned()),
        Lenient::Value(word) if word.trim().is_empty() => Cell::Muted("empty text".to_owned()),
        Lenient::Value(word) => Cell::Status { tone: tone(word), word: word.clone() },
        Lenient::Wrong(raw) => marked("statusName", raw),
    }
}

/// `57 of 75` chunks.
fn far(upload: &MachineImageUploadRequest) -> Cell {
    if let Some(raw) = upload.uploaded_chunks.wrong() {
        return marked("uploadedChunks", raw);
    }
    match upload.chunks() {
        None => Cell::Empty,
        Some(chunks) => Cell::Text(match chunks.total {
            Some(total) => format!("{} of {}", format::count(chunks.done), format::count(total)),
            None => format::count(chunks.done),
        }),
    }
}

fn centers(upload: &MachineImageUploadRequest) -> Cell {
    if let Some(raw) = upload.data_centers.wrong() {
        return marked("dataCenterImageUploadRequests", raw);
    }
    match upload.centers_completed() {
        None => Cell::Empty,
        Some((done, all)) => Cell::Text(format!("{done} of {all}")),
    }
}

fn changed(upload: &MachineImageUploadRequest) -> Cell {
    match &upload.last_modified_date {
        Lenient::Absent => Cell::Empty,
        // The heading says that it is UTC.
        Lenient::Value(at) => Cell::Text(at.day_and_time().trim_end_matches(" UTC").to_owned()),
        Lenient::Wrong(raw) => marked("lastModifiedDate", raw),
    }
}
