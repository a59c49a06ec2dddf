//! The table of service instances over all connections. What it shows is decided by its address alone.

mod footer;
mod rows;
mod table;
mod trouble;

use image_console_core::config::Kind as Api;
use image_console_core::format;
use image_console_core::route::{InstancesView, Route};
use image_console_ui::el::el;
use image_console_ui::field::SearchBox;
use image_console_ui::nav::{Facet, FacetOption};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Empty, Glyph, Kind, LinkButton, Skeleton};
use leptos::prelude::*;
use std::sync::Arc;

use crate::pages::left_out::left_out;
use crate::pages::shell::SEARCH_FIELD;
use crate::state::announce::use_announcer;
use crate::state::connections::{Connected, use_connections};
use crate::state::foundry::list::InstanceLists;
use crate::state::navigation::{href, use_navigation};
use crate::state::react::effect;
use rows::Rows;

/// What the parts of the screen share. Copy: hand it to any view.
#[derive(Clone, Copy)]
struct Shown {
    view: Memo<InstancesView>,
    lists: InstanceLists,
    rows: Memo<Rows>,
    loading: Memo<bool>,
}

impl Shown {
    fn open() -> Self {
        let (connections, navigation) = (use_connections(), use_navigation());
        let view = Memo::new(move |old: Option<&InstancesView>| {
            navigation.route.with(|route| match route {
                Route::ServiceInstances(view) => view.clone(),
                // The screen is about to go.
                _ => old.cloned().unwrap_or_default(),
            })
        });
        let all_types = Memo::new(move |_| view.with(|view| view.all_types));
        let sources = Memo::new(move |_| view.with(|view| view.sources.clone()));
        let lists = InstanceLists::open(connections, all_types, sources);
        let rows = rows::of(view, lists);
        let loading = Memo::new(move |_| {
            lists.sources.with(|sources| sources.iter().any(|source| source.query.loading.get()))
        });
        Self { view, lists, rows, loading }
    }
}

/// The table of service instances.
#[component]
pub fn ServiceInstancesPage() -> AnyView {
    let connections = use_connections();
    let shown = Shown::open();
    announce(shown);
    let Shown { rows, loading, .. } = shown;

    let no_connection = Memo::new(move |_| {
        connections.list.with(|list| list.iter().all(|c| c.connection.kind() != Api::CloudFoundry))
    });
    let nothing_yet = Memo::new(move |_| loading.get() && rows.with(|rows| rows.total == 0));
    let empty = Memo::new(move |_| rows.with(|rows| rows.list.is_empty()));
    let found_nothing =
        move || !no_connection.get() && !loading.get() && rows.with(|rows| rows.list.is_empty());
    let refresh = Callback::new(move |()| shown.lists.refresh());
    let header = view! {
        <PageHeader title="Service instances" about=about(shown)>
            <Button label="Refresh" icon=Glyph::Refresh busy=loading on_press=refresh />
        </PageHeader>
    };
    let body = move || {
        if no_connection.get() {
            nowhere()
        } else if nothing_yet.get() {
            view! { <Skeleton rows=12 /> }.into_any()
        } else if empty.get() {
            ().into_any()
        } else {
            table::table(shown)
        }
    };
    el("div")
        .class("page-fill")
        .view(header.into_any())
        .when(move || !no_connection.get(), move || toolbar(shown))
        .dynamic(|| left_out(Vec::new()))
        .view(trouble::notices(shown))
        .child(el("div").class("table-frame").dynamic(body).view(footer::footer(shown)))
        .when(found_nothing, move || nothing(shown))
        .into_any()
}

fn about(shown: Shown) -> Signal<String> {
    Signal::derive(move || {
        let at =
            shown.lists.sources.with(|all| all.iter().filter_map(|s| s.query.at.get()).min_by_key(|at| at.0));
        at.map(|at| format!("read {}", at.day_and_time())).unwrap_or_default()
    })
}

fn toolbar(shown: Shown) -> AnyView {
    let (navigation, connections) = (use_navigation(), use_connections());
    let view = shown.view;
    let search = Signal::derive(move || view.with(|v| v.q.clone()));
    let type_search = Callback::new(move |q: String| {
        navigation.replace(Route::ServiceInstances(InstancesView { q, ..view.get_untracked() }));
    });
    let commit = Callback::new(move |()| navigation.go(Route::ServiceInstances(view.get_untracked())));
    let search = view! {
        <SearchBox
            id=SEARCH_FIELD
            label="Search name, guid, space, organisation…"
            value=search
            on_input=type_search
            on_commit=commit
        />
    };
    let change = move |event: web_sys::Event| {
        let all_types = event_target_checked(&event);
        navigation.go(Route::ServiceInstances(InstancesView { all_types, ..view.get_untracked() }));
    };
    let all_types = view! {
        <label class="cluster">
            <input type="checkbox" prop:checked=move || view.with(|v| v.all_types) on:change=change />
            "User-provided too"
        </label>
    };
    let many = Memo::new(move |_| {
        connections.list.with(|l| l.iter().filter(|c| c.connection.kind() == Api::CloudFoundry).count()) > 1
    });
    el("div")
        .class("toolbar")
        .view(search.into_any())
        .when(move || many.get(), move || sources(shown))
        .view(all_types.into_any())
        .into_any()
}

/// Which connections are asked.
fn sources(shown: Shown) -> AnyView {
    let (navigation, connections) = (use_navigation(), use_connections());
    let chosen = move || shown.view.with(|v| v.sources.clone());
    let options = Signal::derive(move || {
        let (list, chosen) = (connections.list.get(), chosen());
        let foundries = list.iter().filter(|c| c.connection.kind() == Api::CloudFoundry);
        let option = |c: &Arc<Connected>| FacetOption {
            value: c.connection.id.clone(),
            label: c.connection.name.clone(),
            count: shown.rows.with(|rows| rows.count_of(&c.connection.id)).map(|count| count as u64),
            chosen: chosen.contains(&c.connection.id),
        };
        foundries.map(option).collect::<Vec<_>>()
    });
    let choose = move |sources: Vec<String>| {
        let view = InstancesView { sources, ..shown.view.get_untracked() };
        navigation.go(Route::ServiceInstances(view));
    };
    let on_toggle = Callback::new(move |id: String| {
        let mut sources = shown.view.with_untracked(|v| v.sources.clone());
        match sources.iter().position(|source| *source == id) {
            Some(at) => {
                sources.remove(at);
            }
            None => sources.push(id),
        }
        choose(sources);
    });
    let on_clear = Callback::new(move |()| choose(Vec::new()));
    view! { <Facet label="Source" options on_toggle on_clear /> }.into_any()
}

fn nowhere() -> AnyView {
    let address = href(&Route::Connections { edit: None });
    view! {
        <Empty
            title="No connection to a Cloud Foundry is set up"
            next="Add one of the kind Cloud Foundry, and its service instances appear here."
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
        shown.lists.sources.with(|sources| sources.iter().any(|s| s.query.value.with(Option::is_none)))
    });
    let title = Signal::derive(move || {
        let total = shown.rows.with(|rows| rows.total) as u64;
        if total > 0 {
            format!("0 of {} match", format::plural(total, "service instance"))
        } else if unheard.get() {
            "No service instance can be shown".to_owned()
        } else {
            "There are no service instances that you may see".to_owned()
        }
    });
    let next = Signal::derive(move || {
        let next = if unheard.get() {
            "Not every connection has answered, so it is not known what there is."
        } else if shown.view.with(|v| *v == InstancesView::default()) {
            "They appear here once you have a role in a space that has some."
        } else {
            "Change the search or the sources."
        };
        next.to_owned()
    });
    let clear = Callback::new(move |()| navigation.go(Route::ServiceInstances(InstancesView::default())));
    let searching = move || {
        let some = shown.view.with(|view| *view != InstancesView::default());
        some.then(|| view! { <Button label="Clear the search" on_press=clear /> })
    };
    view! { <Empty title next>{searching}</Empty> }.into_any()
}

/// Result counts for screen readers, once the lists have come to rest.
fn announce(shown: Shown) {
    let announcer = use_announcer();
    effect(move || {
        let (visible, total) = shown.rows.with(|rows| (rows.list.len() as u64, rows.total as u64));
        if !shown.loading.get() {
            announcer.say(format!(
                "{} of {} service instances",
                format::count(visible),
                format::count(total)
            ));
        }
    });
}
