//! Below the table: "x of y" of each connection, and what has not been read.

use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Button, Kind};
use image_console_upstream::cloud_foundry::model::Next;
use leptos::prelude::*;

use super::Shown;
use crate::state::connections::use_connections;
use crate::state::foundry::list::Source;

/// The line.
pub fn footer(shown: Shown) -> AnyView {
    let connections = use_connections();
    let text = move || {
        let all_types = shown.view.with(|view| view.all_types);
        let say = |source: &Source| {
            let name = connections.name(&source.id());
            let loading = source.query.loading.get();
            match source.query.value.get().filter(|listed| listed.all_types == all_types) {
                Some(listed) => {
                    let read = listed.rows.len() as u64;
                    let total = listed.total.unwrap_or(read).max(read);
                    let rest = match (&listed.next, loading) {
                        (Next::Nothing, _) => "",
                        (_, true) => " read so far",
                        (_, false) => " read, not complete",
                    };
                    format!("{name}: {} of {}{rest}", format::count(read), format::count(total))
                }
                None if loading => format!("{name}: asked"),
                None => format!("{name}: no answer"),
            }
        };
        let mut parts = shown.lists.sources.with(|all| all.iter().map(say).collect::<Vec<_>>());
        let (visible, total) = shown.rows.with(|rows| (rows.list.len() as u64, rows.total as u64));
        if visible < total {
            parts.insert(0, format!("{} of {} match", format::count(visible), format::count(total)));
        }
        parts.join(" · ")
    };
    let unread = move || {
        let goes_on = |source: &Source| {
            source.query.value.with(|l| l.as_ref().is_some_and(|l| matches!(l.next, Next::Target(_))))
        };
        let all = shown.lists.sources.get();
        all.into_iter().filter(goes_on).collect::<Vec<_>>()
    };
    let none = Memo::new(move |_| shown.lists.sources.with(Vec::is_empty));
    let buttons = move || {
        if shown.loading.get() {
            let stop = Callback::new(move |()| shown.lists.stop());
            return view! { <Button label="Stop reading" kind=Kind::Quiet on_press=stop /> }.into_any();
        }
        let unread = unread();
        if unread.is_empty() {
            return ().into_any();
        }
        let on = Callback::new(move |()| unread.iter().for_each(|source| shown.lists.go_on(*source)));
        view! { <Button label="Read on" on_press=on /> }.into_any()
    };
    let line = move || {
        el("div").class("table-foot muted").child(el("p").text_with(text)).dynamic(buttons).into_any()
    };
    el("div").when(move || !none.get(), line).into_any()
}
