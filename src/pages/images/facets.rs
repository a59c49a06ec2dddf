//! Narrowing in the browser: one chip per facet, with counts.

use image_console_catalogue::{Choice, Facet};
use image_console_core::route::{ImagesView, Route};
use image_console_ui::nav::{self, FacetOption};
use leptos::prelude::*;

use super::view::{Shown, value_of};
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;

const fn label(facet: Facet) -> &'static str {
    match facet {
        Facet::Source => "Source",
        Facet::Os => "OS",
        Facet::Type => "Type",
        Facet::State => "State",
        Facet::Visibility => "Visibility",
        Facet::Owner => "Owner",
    }
}

/// All facets.
pub fn all(shown: Shown) -> AnyView {
    Vec::from(Facet::ALL.map(|facet| view! { <One shown facet /> }.into_any())).into_any()
}

#[component]
fn One(shown: Shown, facet: Facet) -> AnyView {
    let navigation = use_navigation();
    let connections = use_connections();
    let key = facet.column().key();
    let options = Signal::derive(move || {
        shown.projection.with(|projection| {
            let values = projection.values(facet).iter();
            values
                .map(|v| FacetOption {
                    value: value_of(&v.choice),
                    label: match &v.choice {
                        Choice::Absent => "none".to_owned(),
                        Choice::Is(id) if facet == Facet::Source => connections.name(id),
                        Choice::Is(word) => word.to_string(),
                    },
                    count: Some(v.count as u64),
                    chosen: v.selected,
                })
                .collect::<Vec<_>>()
        })
    });
    let choose = move |change: &dyn Fn(&mut Vec<String>)| {
        let mut view = shown.view.get_untracked();
        let mut values: Vec<String> = view.facet(key).into_iter().map(str::to_owned).collect();
        change(&mut values);
        view.set_facet(key, values);
        navigation.go(Route::Images(ImagesView { action: None, ..view }));
    };
    let toggle = Callback::new(move |value: String| {
        choose(&|values| match values.iter().position(|v| *v == value) {
            Some(at) => {
                values.remove(at);
            }
            None => values.push(value.clone()),
        });
    });
    let clear = Callback::new(move |()| choose(&Vec::clear));
    view! { <nav::Facet label=label(facet) options on_toggle=toggle on_clear=clear /> }.into_any()
}
