//! What is to be said about single sources: who failed, what is on its way, who has how much.

use image_console_catalogue::Provenance;
use image_console_catalogue::catalogue::Activity;
use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Button, Kind, Notice, Progress, Tone};
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::failure::Failure;
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;

/// Parameters of the address that were not understood and therefore dropped.
pub fn dropped() -> AnyView {
    let dropped = use_navigation().dropped;
    let words = dropped.get();
    if words.is_empty() {
        return ().into_any();
    }
    let on_dismiss = Callback::new(move |()| dropped.set(Vec::new()));
    view! {
        <Notice
            what="A part of the address was not understood and is left out"
            why=words.join(", ")
            next="The rest of the address applies."
            tone=Tone::Warn
            on_dismiss
        />
    }
    .into_any()
}

/// One notice per list that could not be read. The rows of the others stay, and its own old ones.
pub fn troubles() -> impl Fn() -> AnyView + Send {
    let images = use_images();
    let connections = use_connections();
    let failed = Memo::new(move |_| {
        images.with(|c| {
            let failed = c.sources().filter_map(|s| match s.activity() {
                Activity::Failed { error, received } => {
                    Some((s.connection().to_owned(), error.clone(), received, s.len() as u64))
                }
                _ => None,
            });
            failed.collect::<Vec<_>>()
        })
    });
    move || {
        failed
            .get()
            .into_iter()
            .map(|(id, error, received, kept)| {
                let mut what = format!("{}: the images could not be listed", connections.name(&id));
                if received > 0 {
                    what.push_str(&format!(" to the end, {} arrived", format::count(received)));
                } else if kept > 0 {
                    what.push_str(&format!("; {} from before stay", format::plural(kept, "row")));
                }
                let on_retry = Callback::new(move |()| images.reload(&id));
                view! { <Failure what error on_retry /> }.into_any()
            })
            .collect::<Vec<_>>()
            .into_any()
    }
}

/// A line for the lists that are arriving.
pub fn arriving() -> AnyView {
    let images = use_images();
    let connections = use_connections();
    let lists = Memo::new(move |_| {
        images.with(|c| {
            let lists = c.sources().filter_map(|s| match s.activity() {
                Activity::Loading { received, from: Provenance::Network, .. } => {
                    Some((s.connection().to_owned(), received))
                }
                _ => None,
            });
            lists.collect::<Vec<_>>()
        })
    });
    let value = Signal::derive(move || {
        let progress = images.progress.get();
        let lists = lists.get();
        let known: Option<Vec<(u64, u64)>> = lists
            .iter()
            .map(|(id, _)| progress.get(id).and_then(|(done, total)| Some((*done, (*total)?))))
            .collect();
        let known = known.filter(|k| !k.is_empty())?;
        Some(known.into_iter().fold((0, 0), |(a, b), (done, total)| (a + done, b + total)))
    });
    let text = Signal::derive(move || {
        let parts: Vec<String> = lists
            .get()
            .into_iter()
            .map(|(id, received)| {
                format!("{}: {} received", connections.name(&id), format::plural(received, "image"))
            })
            .collect();
        parts.join(" · ")
    });
    let line = move || {
        let cancel = Callback::new(move |()| images.stop_all());
        el("div")
            .class("arriving")
            .view(view! { <Progress label="Lists are arriving" value text /> }.into_any())
            .view(view! { <Button label="Cancel" kind=Kind::Quiet on_press=cancel /> }.into_any())
            .into_any()
    };
    el("div").when(move || lists.with(|l| !l.is_empty()), line).into_any()
}

/// "x of y" of each source.
pub fn footer(shown: Shown) -> AnyView {
    let images = use_images();
    let connections = use_connections();
    let text = move || {
        shown.projection.with(|p| {
            let one = |count: &image_console_catalogue::view::SourceCount| {
                images.with(|c| {
                    let source = c.source(count.source)?;
                    let part = match source.activity() {
                        Activity::Complete { .. } => "",
                        Activity::Loading { .. } => " so far",
                        Activity::Failed { .. } => ", not complete",
                        Activity::Idle => ", not asked",
                    };
                    Some(format!(
                        "{}: {} of {}{part}",
                        connections.name(source.connection()),
                        format::count(count.visible as u64),
                        format::count(count.total as u64)
                    ))
                })
            };
            let parts: Vec<String> = p.sources.iter().filter_map(one).collect();
            parts.join(" · ")
        })
    };
    el("p").class("table-foot muted").text_with(text).into_any()
}
