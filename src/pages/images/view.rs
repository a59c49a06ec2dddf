//! From the address to the visible rows.

use std::sync::Arc;

use image_console_catalogue::{
    Choice, Column, Direction, Facet, Projection, Query, Selections, Sort, View, Viewer,
};
use image_console_core::route::{ImagesView, Route};
use leptos::prelude::*;

use crate::state::connections::use_connections;
use crate::state::images::{Filters, use_images};
use crate::state::navigation::use_navigation;
use crate::state::react::effect;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub struct Shown {
    /// What the address says.
    pub view: Memo<ImagesView>,
    /// The rows that are visible under it, with all counts.
    pub projection: RwSignal<Arc<Projection>>,
    /// Changes with each new projection.
    pub version: RwSignal<u64>,
}

/// The filters that are sent: those of the address, and every state unless one is asked for. A
/// list without `state` would hide the images that are being made or have failed.
#[must_use]
pub fn sent_filters(view: &ImagesView) -> Filters {
    let mut filters = view.clone();
    if filters.filter("state").is_none() {
        filters.set_filter("state", "all");
    }
    filters.filters
}

/// Keeps the lists that the address asks for coming, and the visible rows in step with both.
pub fn use_view() -> Shown {
    let navigation = use_navigation();
    let images = use_images();
    let connections = use_connections();
    let view = Memo::new(move |old: Option<&ImagesView>| {
        navigation.route.with(|route| match route {
            Route::Images(view) => view.clone(),
            _ => old.cloned().unwrap_or_default(),
        })
    });
    let filters = Memo::new(move |_| view.with(sent_filters));
    effect(move || {
        connections.list.track();
        filters.with(|filters| images.ask(filters));
    });

    let criteria = Memo::new(move |_| view.with(criteria));
    let projection = RwSignal::new(Arc::new(Projection::default()));
    let version = RwSignal::new(0);
    let viewer = StoredValue::new_local(Viewer::new());
    effect(move || {
        let criteria = criteria.get();
        let new = images.with(|c| viewer.try_update_value(|v| v.project(c, &criteria)));
        if let Some(new) = new {
            projection.set(Arc::new(new));
            version.update(|n| *n += 1);
        }
    });
    Shown { view, projection, version }
}

fn criteria(view: &ImagesView) -> View {
    let mut facets = Selections::default();
    for facet in Facet::ALL {
        for value in view.facet(facet.column().key()) {
            facets.select(facet, choice_of(value));
        }
    }
    let sort = view.sort.as_ref().and_then(|sort| {
        let direction = if sort.descending { Direction::Descending } else { Direction::Ascending };
        Some(Sort { column: Column::parse(&sort.column)?, direction })
    });
    View { query: Query::parse(&view.q), facets, sort }
}

/// A facet's value in an address: empty stands for "not sent".
pub fn choice_of(value: &str) -> Choice {
    if value.is_empty() { Choice::Absent } else { Choice::Is(value.into()) }
}

/// The reverse of [`choice_of`].
pub fn value_of(choice: &Choice) -> String {
    match choice {
        Choice::Absent => String::new(),
        Choice::Is(value) => value.clone(),
    }
}
