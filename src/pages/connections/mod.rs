//! The connections and their keys: which endpoints, with whose credentials, and do they answer?

mod choose_key;
mod connection_card;
mod desk;
mod facts;
mod form;
mod import;
mod key_choice;
mod key_reader;
mod keys;
mod removal;
mod session;
mod test_preview;
mod test_result;
mod testing;
mod troubles;

use image_console_core::format;
use image_console_core::route::{ConnectionEdit, Route};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Dialog, Empty, Glyph, Kind, LinkButton, Notice, Tone};
use leptos::prelude::*;

use crate::state::navigation::{Navigation, href, use_navigation};
use desk::{Desk, use_desk};

/// The screen.
#[component]
pub fn ConnectionsPage() -> AnyView {
    let desk = Desk::new();
    provide_context(desk);
    let connections = desk.connections;
    connections.want_keys();
    let about = Signal::derive(move || {
        let (list, keys) = (connections.list.with(|l| l.len()), connections.keys.with(Vec::len));
        format!("{} · {}", format::plural(list as u64, "connection"), format::plural(keys as u64, "key"))
    });
    let add = href(&Route::Connections { edit: Some(ConnectionEdit::New) });
    let ids =
        move || connections.list.with(|l| l.iter().map(|c| c.connection.id.clone()).collect::<Vec<_>>());
    let none = {
        let add = add.clone();
        move || {
            let add = add.clone();
            connections.list.with(|list| list.is_empty()).then(|| {
                view! {
                    <Empty
                        title="No connection is set up"
                        next="Add one for this browser, or let whoever runs this console set it in config.json for everyone."
                    >
                        <LinkButton label="Add connection…" icon=Glyph::Add href=add />
                    </Empty>
                }
                .into_any()
            })
        }
    };
    view! {
        <PageHeader title="Connections" about>
            <LinkButton label="Add connection…" icon=Glyph::Add kind=Kind::Primary href=add />
        </PageHeader>
        <troubles::Troubles />
        <p class="page-note muted">
            "Connections marked config.json hold for everyone who opens this console. Whoever runs it sets and changes them in "
            <a href="config.json" target="_blank" rel="noopener">"config.json"</a>
            ", beside its start page. All others are kept in this browser only."
        </p>
        {none}
        <div class="stack">
            <For each=ids key=|id| id.clone() let:id>
                <connection_card::ConnectionCard id />
            </For>
            <keys::Keys />
        </div>
        <Dialogs />
    }
    .into_any()
}

/// The dialog that the address names, and over it those that a press opened.
#[component]
fn Dialogs() -> AnyView {
    let (desk, navigation) = (use_desk(), use_navigation());
    let edit = Memo::new(move |_| {
        navigation.route.with(|route| match route {
            Route::Connections { edit } => edit.clone(),
            _ => None,
        })
    });
    let on_close = Callback::new(move |()| navigation.go(Route::Connections { edit: None }));
    let form = move || match edit.get()? {
        ConnectionEdit::New => Some(view! { <form::ConnectionForm connected=None on_close /> }.into_any()),
        ConnectionEdit::Existing(id) => Some(match desk.connections.peek(&id) {
            None => view! { <Unknown id on_close /> }.into_any(),
            Some(connected) if connected.own => {
                view! { <form::ConnectionForm connected=Some(connected) on_close /> }.into_any()
            }
            Some(connected) => view! { <choose_key::ChooseKey connected on_close /> }.into_any(),
        }),
    };
    let removal = move || desk.removing.get().map(|id| view! { <removal::RemoveConnection id /> }.into_any());
    let key_removal =
        move || desk.removing_key.get().map(|id| view! { <removal::RemoveKey id /> }.into_any());
    let session = move || {
        let connected = desk.connections.peek(&desk.session.get()?)?;
        Some(view! { <session::SessionToken connected /> }.into_any())
    };
    let import = move || desk.importing.get().map(|wish| view! { <import::ImportKey wish /> }.into_any());
    view! {
        {form}
        {removal}
        {key_removal}
        {session}
        {import}
    }
    .into_any()
}

/// What the form was for is done: Back does not open it again. Someone who has gone elsewhere
/// meanwhile stays there.
fn close_form(navigation: Navigation) {
    let open = navigation.route.with_untracked(|route| matches!(route, Route::Connections { edit: Some(_) }));
    if open {
        navigation.replace(Route::Connections { edit: None });
    }
}

#[component]
fn Unknown(id: String, on_close: Callback<()>) -> AnyView {
    view! {
        <Dialog title="There is no such connection" on_close>
            <Notice
                what=format!("No connection has the id {id}")
                why="It may have been removed, or added in another browser: those that users add are kept in one browser only."
                tone=Tone::Warn
            />
        </Dialog>
    }
    .into_any()
}
