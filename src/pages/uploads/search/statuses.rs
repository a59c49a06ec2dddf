//! Narrowing by status, which the API does, and by connection, which decides who is asked.

use image_console_core::config::Kind;
use image_console_ui::nav::{Facet, FacetOption};
use image_console_upstream::oracle_marketplace::Status;
use leptos::prelude::*;

use super::view::Shown;
use crate::state::connections::use_connections;

/// The status as the search spells it. Two of the words are misspelt in the API's documents, and the
/// documented spelling is what is sent (marketplace-publisher.md §3.3).
fn label(status: Status) -> String {
    if status.word().eq_ignore_ascii_case(status.filter_word()) {
        status.word().to_owned()
    } else {
        format!("{} (sent as {})", status.word(), status.filter_word())
    }
}

/// The chip of the statuses.
pub fn chip(shown: Shown) -> AnyView {
    let options = Signal::derive(move || {
        shown.search.with(|search| {
            let option = |status: Status| FacetOption {
                value: status.filter_word().to_owned(),
                label: label(status),
                count: None,
                chosen: search.statuses.contains(&status),
            };
            Status::ALL.into_iter().map(option).collect::<Vec<_>>()
        })
    });
    let on_toggle = Callback::new(move |word: String| {
        let Some(status) = Status::parse(&word) else { return };
        shown.go(|search| match search.statuses.iter().position(|known| *known == status) {
            Some(at) => {
                search.statuses.remove(at);
            }
            None => search.statuses.push(status),
        });
    });
    let on_clear = Callback::new(move |()| shown.go(|search| search.statuses.clear()));
    view! { <Facet label="Status" options on_toggle on_clear /> }.into_any()
}

/// The chip of the connections; nothing where there is only one.
pub fn sources(shown: Shown) -> AnyView {
    let connections = use_connections();
    let options = Memo::new(move |_| {
        let chosen = shown.view.with(|view| view.sources.clone());
        connections.list.with(|list| {
            let of_the_api = list.iter().filter(|c| c.connection.kind() == Kind::Marketplace);
            let option = |id: &str, name: &str| FacetOption {
                value: id.to_owned(),
                label: name.to_owned(),
                count: None,
                chosen: chosen.iter().any(|chosen| chosen == id),
            };
            let mut options: Vec<FacetOption> =
                of_the_api.map(|c| option(&c.connection.id, &c.connection.name)).collect();
            // One that the address names and this browser does not know can be taken back too.
            for id in &chosen {
                if options.iter().all(|known| known.value != *id) {
                    options.push(option(id, id));
                }
            }
            options
        })
    });
    let on_toggle = Callback::new(move |id: String| {
        let mut sources = shown.view.with_untracked(|view| view.sources.clone());
        match sources.iter().position(|known| *known == id) {
            Some(at) => {
                sources.remove(at);
            }
            None => sources.push(id),
        }
        shown.choose(sources);
    });
    let on_clear = Callback::new(move |()| shown.choose(Vec::new()));
    let several = Memo::new(move |_| options.with(|options| options.len() > 1));
    let chip = move || several.get().then(|| view! { <Facet label="Source" options on_toggle on_clear /> });
    chip.into_any()
}
