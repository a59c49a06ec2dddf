//! Below the table: "x of y" of each connection, and the pages that have not been read.

use image_console_ui::el::el;
use image_console_ui::{Button, Kind};
use leptos::prelude::*;

use super::limit;
use super::rows::Rows;
use super::view::Shown;
use crate::state::connections::use_connections;

/// The line.
pub fn footer(shown: Shown, rows: Memo<Rows>, loading: Memo<bool>) -> AnyView {
    let connections = use_connections();
    let text = move || {
        let search = shown.search.get();
        let say = |source: &crate::state::uploads::search::Source| {
            let name = connections.name(&source.id());
            let found = source.query.value.get().filter(|found| found.search == search);
            let failed = source.query.error.with(Option::is_some);
            match found {
                Some(found) => {
                    let listing = &found.listing;
                    let stopped = if failed { ", not complete" } else { "" };
                    format!("{name}: {}{stopped}", listing.shown(listing.uploads.len()))
                }
                None if source.query.loading.get() => format!("{name}: asked"),
                None => format!("{name}: no answer"),
            }
        };
        shown.found.sources.with(|all| all.iter().map(say).collect::<Vec<_>>().join(" · "))
    };
    let more = Memo::new(move |_| {
        let search = shown.search.get();
        let goes_on = |source: &crate::state::uploads::search::Source| {
            source.query.value.with(|found| {
                found.as_ref().is_some_and(|f| f.search == search && f.listing.next_offset().is_some())
            })
        };
        rows.track();
        shown.found.sources.with(|all| all.iter().any(goes_on))
    });
    let none = Memo::new(move |_| shown.found.sources.with(Vec::is_empty));
    let buttons = move || {
        let next = Callback::new(move |()| shown.found.more(false));
        let all = Callback::new(move |()| shown.found.more(true));
        let stop = Callback::new(move |()| shown.found.stop());
        let buttons = match (loading.get(), more.get()) {
            (true, _) => view! { <Button label="Cancel" kind=Kind::Quiet on_press=stop /> }.into_any(),
            (false, true) => view! {
                <Button label="Next page" on_press=next />
                <Button label="All pages" kind=Kind::Quiet on_press=all />
            }
            .into_any(),
            (false, false) => ().into_any(),
        };
        el("span").class("cluster").view(buttons).view(limit::choice(shown)).into_any()
    };
    let line = move || {
        el("div").class("table-foot muted").child(el("p").text_with(text)).dynamic(buttons).into_any()
    };
    el("div").when(move || !none.get(), line).into_any()
}
