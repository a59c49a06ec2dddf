//! The table. Two of its headings sort, as the API can; the others cannot.

use image_console_ui::table::{Column, RowView, Sort, Table, Width};
use image_console_upstream::oracle_marketplace::{OrderBy, Search, SortOrder};
use leptos::prelude::*;

use super::rows::Rows;
use super::view::Shown;

/// The columns that the API sorts by.
const SORTED: [(&str, OrderBy); 2] =
    [("application", OrderBy::Name), ("lastModifiedDate", OrderBy::LastUpdateDate)];

fn columns() -> Vec<Column> {
    let column = |(key, label, width, number): (&str, &str, Width, bool)| {
        let sorted = SORTED.iter().find(|(sorted, _)| *sorted == key);
        Column {
            key: key.to_owned(),
            label: label.to_owned(),
            title: match sorted {
                Some((_, by)) => format!("{key}; sorted by the API as orderby={}", by.word()),
                None => key.to_owned(),
            },
            width,
            number,
            sortable: sorted.is_some(),
        }
    };
    [
        ("application", "Application", Width::Grow, false),
        ("connection", "Source", Width::L, false),
        ("statusName", "Status", Width::Xl, false),
        ("uploadedChunks", "Chunks", Width::M, true),
        ("dataCenterImageUploadRequests", "Data centres", Width::L, true),
        ("lastModifiedDate", "Last changed, UTC", Width::Xl, false),
        ("version", "Version", Width::S, false),
        ("operatingSystem", "System", Width::S, false),
        ("uploadRequestId", "uploadRequestId", Width::Xl, false),
    ]
    .into_iter()
    .map(column)
    .collect()
}

/// The table.
pub fn table(shown: Shown, rows: Memo<Rows>, loading: Memo<bool>) -> AnyView {
    let count = Memo::new(move |_| rows.with(|rows| rows.list.len()));
    let version = Memo::new(move |old: Option<&u64>| {
        rows.track();
        old.map_or(0, |n| n + 1)
    });
    let row = Callback::new(move |index: usize| -> RowView {
        rows.with_untracked(|rows| rows.list.get(index).cloned()).unwrap_or_default()
    });
    let sort = Signal::derive(move || shown.search.with(sorted));
    let on_sort = Callback::new(move |sort: Option<Sort>| {
        shown.go(move |search| {
            let by = sort.as_ref().and_then(|sort| SORTED.iter().find(|(key, _)| *key == sort.key));
            search.order_by = by.map(|(_, by)| *by);
            search.sort_order = sort
                .as_ref()
                .map(|sort| if sort.descending { SortOrder::Descending } else { SortOrder::Ascending });
        });
    });
    let columns = Signal::stored(columns());
    view! { <Table label="Uploads" columns count row version busy=loading sort on_sort /> }.into_any()
}

/// What the address sorts by; nothing where it leaves the direction to the API.
fn sorted(search: &Search) -> Option<Sort> {
    let (key, _) = SORTED.iter().find(|(_, by)| Some(*by) == search.order_by)?;
    let descending = search.sort_order? == SortOrder::Descending;
    Some(Sort { key: (*key).to_owned(), descending })
}
