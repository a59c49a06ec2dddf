//! The search for uploads over all connections. What it asks is decided by its address alone.

mod age;
mod footer;
mod keyword;
mod limit;
mod open_by_id;
mod rows;
mod statuses;
mod table;
mod trouble;
mod view;

use image_console_core::config::Kind as Api;
use image_console_core::format;
use image_console_core::route::{Route, UploadsView};
use image_console_ui::el::el;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Empty, Glyph, Kind, LinkButton, Skeleton};
use leptos::prelude::*;

use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};
use crate::state::react::effect;
use rows::Rows;
use view::Shown;

/// The search for uploads.
#[component]
pub fn UploadsPage() -> AnyView {
    let connections = use_connections();
    let shown = Shown::open();
    let rows = rows::of(shown);
    let loading = Memo::new(move |_| {
        shown.found.sources.with(|sources| sources.iter().any(|source| source.query.loading.get()))
    });
    announce(rows, loading);

    let no_connection = Memo::new(move |_| {
        connections.list.with(|list| list.iter().all(|c| c.connection.kind() != Api::Marketplace))
    });
    let nothing_yet = move || loading.get() && rows.with(|rows| rows.list.is_empty());
    let found_nothing =
        move || !no_connection.get() && !loading.get() && rows.with(|rows| rows.list.is_empty());
    let refresh = Callback::new(move |()| shown.found.refresh());
    let header = view! {
        <PageHeader title="Uploads" about=age::about(shown, rows)>
            <Button label="Refresh" icon=Glyph::Refresh busy=loading on_press=refresh />
        </PageHeader>
    };
    let toolbar = move || {
        el("div")
            .class("toolbar")
            .view(keyword::field(shown))
            .view(statuses::chip(shown))
            .view(statuses::sources(shown))
            .view(open_by_id::form())
            .into_any()
    };
    let body = move || {
        if no_connection.get() {
            nowhere()
        } else if nothing_yet() {
            view! { <Skeleton rows=12 /> }.into_any()
        } else {
            table::table(shown, rows, loading)
        }
    };
    el("div")
        .class("page-fill")
        .view(header.into_any())
        .when(move || !no_connection.get(), toolbar)
        .dynamic(move || trouble::left_out(shown))
        .view(trouble::notices(shown))
        .child(el("div").class("table-frame").dynamic(body).view(footer::footer(shown, rows, loading)))
        .when(found_nothing, move || nothing(shown))
        .into_any()
}

fn nowhere() -> AnyView {
    let address = href(&Route::Connections { edit: None });
    view! {
        <Empty
            title="No connection to the Marketplace is set up"
            next="Add one of the kind Oracle Marketplace Publisher, and its uploads appear here."
        >
            <LinkButton label="Connections" href=address kind=Kind::Primary />
        </Empty>
    }
    .into_any()
}

/// Says why there is no row; never that there is nothing where a connection was not heard.
fn nothing(shown: Shown) -> AnyView {
    let navigation = use_navigation();
    let unheard = Memo::new(move |_| {
        shown.found.sources.with(|sources| sources.iter().any(|s| s.query.value.with(Option::is_none)))
    });
    let title = Signal::derive(move || {
        if unheard.get() { "No upload can be shown" } else { "No upload matches the search" }.to_owned()
    });
    let next = Signal::derive(move || {
        let next = if unheard.get() {
            "Not every connection has answered, so it is not known what there is."
        } else {
            "Change the keyword or the statuses. An upload of which you know the number can be opened by it."
        };
        next.to_owned()
    });
    let clear = Callback::new(move |()| navigation.go(Route::Uploads(UploadsView::default())));
    let searching = move || {
        let some = shown.view.with(|view| *view != UploadsView::default());
        some.then(|| view! { <Button label="Clear the search" on_press=clear /> })
    };
    view! { <Empty title next>{searching}</Empty> }.into_any()
}

/// Result counts for screen readers, once the search has come to rest.
fn announce(rows: Memo<Rows>, loading: Memo<bool>) {
    let announcer = use_announcer();
    effect(move || {
        let (count, of) = rows.with(|rows| (rows.list.len(), rows.of.clone()));
        if !loading.get() {
            announcer.say(format!("{} of {of} uploads", format::count(count as u64)));
        }
    });
}
