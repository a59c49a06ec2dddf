//! What is to be said before the table about what is on its way.

use image_console_catalogue::catalogue::Activity;
use image_console_catalogue::{Catalogue, Provenance};
use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Button, Kind, Progress};
use leptos::prelude::*;

use crate::state::connections::use_connections;
use crate::state::images::{list, use_images};

/// The whole of a list, in the unit that shares are added up in.
const WHOLE: u64 = 1_000;

/// What has arrived of the lists of one connection that are under way.
#[derive(Clone, PartialEq)]
struct Coming {
    connection: String,
    lists: Vec<String>,
    /// How many lists the connection has.
    of: usize,
    received: u64,
}

/// A line for the lists that are arriving.
pub fn arriving() -> AnyView {
    let images = use_images();
    let connections = use_connections();
    let coming = Memo::new(move |_| images.with(coming));
    let arrived = move |id: &str, part: &str| {
        images.progress.with(|progress| progress.get(&list::key(id, part)).copied())
    };
    // Lists count in units of their own, so each is as far as its share.
    let value = Signal::derive(move || {
        let shares: Option<Vec<u64>> = coming.with(|all| {
            let lists = all.iter().flat_map(|c| c.lists.iter().map(|part| (c.connection.as_str(), part)));
            let shares = lists.map(|(id, part)| {
                let arrived = arrived(id, part)?;
                let total = arrived.total?;
                Some((arrived.done.min(total) * WHOLE).checked_div(total).unwrap_or(WHOLE))
            });
            shares.collect()
        });
        let shares = shares.filter(|shares| !shares.is_empty())?;
        Some((shares.iter().sum(), shares.len() as u64 * WHOLE))
    });
    let text = Signal::derive(move || {
        let say = |c: &Coming| {
            let name = connections.name(&c.connection);
            let lists = match (c.lists.len(), c.of) {
                (_, 1) => String::new(),
                (coming, all) => format!("{coming} of {all} lists on their way, "),
            };
            let received = format!("{name}: {lists}{} received", format::plural(c.received, "image"));
            let more: u64 =
                c.lists.iter().filter_map(|part| arrived(&c.connection, part)).map(|a| a.to_come).sum();
            if more > 0 { format!("{received}, at least {} to come", format::count(more)) } else { received }
        };
        coming.with(|all| all.iter().map(say).collect::<Vec<_>>().join(" · "))
    });
    let line = move || {
        let cancel = Callback::new(move |()| images.stop_all());
        el("div")
            .class("arriving")
            .view(view! { <Progress label="Lists are arriving" value text /> }.into_any())
            .view(view! { <Button label="Cancel" kind=Kind::Quiet on_press=cancel /> }.into_any())
            .into_any()
    };
    el("div").when(move || coming.with(|all| !all.is_empty()), line).into_any()
}

/// The lists that are arriving from the upstreams themselves, by connection.
fn coming(catalogue: &Catalogue) -> Vec<Coming> {
    let mut all: Vec<Coming> = Vec::new();
    for source in catalogue.sources() {
        let Activity::Loading { received, from: Provenance::Network, .. } = source.activity() else {
            continue;
        };
        let (connection, part) = (source.connection().to_owned(), source.part().to_owned());
        match all.iter_mut().find(|c| c.connection == connection) {
            Some(known) => {
                known.lists.push(part);
                known.received += received;
            }
            None => {
                let of = catalogue.parts(&connection).count();
                all.push(Coming { connection, lists: vec![part], of, received });
            }
        }
    }
    all
}
