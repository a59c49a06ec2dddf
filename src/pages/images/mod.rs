//! The table over all connections. What it shows is decided by its address alone.

mod age;
mod apis;
mod columns;
mod facets;
mod filters;
mod footer;
mod rows;
mod sources;
mod table;
mod trouble;
mod view;

use image_console_catalogue::catalogue::Activity;
use image_console_core::format;
use image_console_core::route::{ImagesAction, ImagesView, Route};
use image_console_ui::el::el;
use image_console_ui::field::SearchBox;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Empty, Glyph, Kind, LinkButton, Skeleton};
use leptos::prelude::*;

use crate::pages::image_actions::TableDialogs;
use crate::pages::left_out::left_out;
use crate::pages::shell::SEARCH_FIELD;
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::{href, use_navigation};
use crate::state::react::effect;
pub use filters::{FilterDialog, FilterDialogProps};
pub use view::Shown;
use view::use_view;

/// The image table.
#[component]
pub fn ImagesPage() -> AnyView {
    let images = use_images();
    let connections = use_connections();
    let navigation = use_navigation();
    let shown = use_view();
    let Shown { view, projection, .. } = shown;

    let about = age::about(projection);
    let loading = Memo::new(move |_| {
        images.with(|c| c.sources().any(|s| matches!(s.activity(), Activity::Loading { .. })))
    });
    announce_counts(shown, loading);

    let search = Signal::derive(move || view.with(|v| v.q.clone()));
    let type_search = Callback::new(move |q: String| {
        navigation.replace(Route::Images(ImagesView { q, ..view.get_untracked() }));
    });
    let commit_search = Callback::new(move |()| navigation.go(Route::Images(view.get_untracked())));
    let nothing_yet = move || loading.get() && images.with(|c| c.is_empty());
    let no_connection = move || connections.list.with(|list| list.is_empty());
    let none_visible = move || projection.with(|p| p.rows.is_empty());
    let dialog = move |action| {
        Signal::derive(move || {
            href(&Route::Images(ImagesView { action: Some(action), from: None, ..view.get() }))
        })
    };

    // Only Triton makes images; where there is none, these would lead nowhere.
    let makes =
        Memo::new(move |_| connections.list.with(|l| l.iter().any(|c| c.connection.triton().is_some())));
    let opens = move |label: &'static str, kind, action| match connections.read_only() {
        Some(reason) => view! { <Button label kind reason /> },
        None => view! { <LinkButton label kind href=dialog(action) /> },
    };
    let actions = move || {
        makes.get().then(|| {
            let import = opens("Import…", Kind::Normal, ImagesAction::Import);
            let create = opens("Create image…", Kind::Primary, ImagesAction::Create);
            [import, create].into_iter().collect_view().into_any()
        })
    };
    let header = view! {
        <PageHeader title="Images" about>
            <Button label="Refresh" icon=Glyph::Refresh on_press=Callback::new(move |()| images.refresh()) />
            {actions}
        </PageHeader>
    };
    let search = view! {
        <SearchBox
            id=SEARCH_FIELD
            label="Search name, version, id, tags…"
            value=search
            on_input=type_search
            on_commit=commit_search
        />
    };
    let toolbar = el("div")
        .class("toolbar")
        .view(search.into_any())
        .view(filters::Filters(filters::FiltersProps { shown }))
        .view(facets::all(shown))
        .view(view! { <columns::Columns shown /> }.into_any());
    let body = move || {
        if no_connection() {
            view! { <NoConnection /> }.into_any()
        } else if nothing_yet() {
            view! { <Skeleton rows=12 /> }.into_any()
        } else {
            view! { <table::ImageTable shown loading /> }.into_any()
        }
    };
    el("div")
        .class("page-fill")
        .view(header.into_any())
        .child(toolbar)
        .dynamic(|| left_out(Vec::new()))
        .dynamic(trouble::notices())
        .view(sources::arriving())
        .child(el("div").class("table-frame").dynamic(body).view(footer::footer(shown)))
        .when(
            move || !no_connection() && !nothing_yet() && none_visible(),
            move || view! { <NothingVisible shown loading /> }.into_any(),
        )
        .view(TableDialogs())
        .into_any()
}

#[component]
fn NoConnection() -> AnyView {
    let address = href(&Route::Connections { edit: None });
    view! {
        <Empty title="No connection is set up" next="Add one, and its images appear here.">
            <LinkButton label="Connections" href=address kind=Kind::Primary />
        </Empty>
    }
    .into_any()
}

/// Says why no row is visible; never that there is nothing where a source has failed.
#[component]
fn NothingVisible(shown: Shown, loading: Memo<bool>) -> AnyView {
    let images = use_images();
    let navigation = use_navigation();
    let failed = move || {
        images.with(|c| c.sources().filter(|s| matches!(s.activity(), Activity::Failed { .. })).count())
    };
    let title = Signal::derive(move || {
        let total = shown.projection.with(|p| p.total) as u64;
        if loading.get() {
            "No row so far matches".to_owned()
        } else if failed() > 0 {
            "No image can be shown".to_owned()
        } else if total > 0 {
            format!("0 of {} match", format::plural(total, "image"))
        } else {
            "No image matches the filters that were sent".to_owned()
        }
    });
    let next = Signal::derive(move || {
        if failed() > 0 {
            "The lists above could not be read, so it is not known what they hold.".to_owned()
        } else {
            "Change the search, the facets or the filters.".to_owned()
        }
    });
    let clear = Callback::new(move |()| {
        let columns = shown.view.with_untracked(|v| v.columns.clone());
        navigation.go(Route::Images(ImagesView { columns, ..ImagesView::default() }));
    });
    view! {
        <Empty title next>
            <Button label="Clear search, facets and filters" on_press=clear />
        </Empty>
    }
    .into_any()
}

/// Result counts for screen readers, once a list has come to rest.
fn announce_counts(shown: Shown, loading: Memo<bool>) {
    let announcer = use_announcer();
    effect(move || {
        let (visible, total) = shown.projection.with(|p| (p.rows.len() as u64, p.total as u64));
        if !loading.get() {
            announcer.say(format!("{} of {} images", format::count(visible), format::count(total)));
        }
    });
}
