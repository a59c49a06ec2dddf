//! Signing in with a token, in place: the dialog lies over whatever needs it, so that nothing that was
//! typed or chosen there is lost.

mod cloud_foundry;
mod expiry;
mod marketplace;
mod notice;
mod unheard;

use image_console_core::config::Kind as Api;
use image_console_core::time::Timestamp;
use image_console_ui::{Button, Dialog, Kind, dom};
use leptos::prelude::*;

pub use expiry::{expires, look};
pub use notice::{failure_or_sign_in, needed, sign_in_button};
pub use unheard::unheard;

use crate::state::announce::{Announcer, use_announcer};
use crate::state::connections::{Connected, Connections, Token, use_connections};

/// The dialog of one connection, with what its fields share.
#[derive(Clone, Copy)]
struct Entry {
    connections: Connections,
    announcer: Announcer,
    connected: StoredValue<Connected>,
    busy: RwSignal<bool>,
    on_close: Callback<()>,
}

impl Entry {
    /// Signs in and closes the dialog.
    fn finish(self, token: Token, about: String, expires: Option<Timestamp>) {
        let (id, name) = self.connected.with_value(|c| (c.connection.id.clone(), c.connection.name.clone()));
        self.connections.enter_token(&id, token, about, expires);
        self.announcer.say(format!("Signed in on {name}"));
        self.on_close.run(());
    }

    /// Goes to the first field that is marked wrong.
    fn point_out(self) {
        request_animation_frame(|| {
            dom::focus_first_invalid();
        });
    }
}

/// The dialog.
#[component]
pub fn SignIn(
    /// The connection's id.
    connection: String,
    /// The user wants it gone.
    on_close: Callback<()>,
) -> AnyView {
    let connections = use_connections();
    let Some(connected) = connections.peek(&connection) else { return ().into_any() };
    let (kind, name) = (connected.connection.kind(), connected.connection.name.clone());
    let entry = Entry {
        connections,
        announcer: use_announcer(),
        connected: StoredValue::new((*connected).clone()),
        busy: RwSignal::new(false),
        on_close,
    };
    let (fields, dirty, submit) = match kind {
        Api::CloudFoundry => cloud_foundry::fields(entry),
        _ => marketplace::fields(entry),
    };
    let busy = entry.busy;
    let on_submit = Callback::new(move |()| {
        if !busy.get_untracked() {
            submit.run(());
        }
    });
    let footer = move || {
        view! {
            <Button label="Cancel" on_press=on_close />
            <Button label="Sign in" kind=Kind::Primary submit=true busy />
        }
        .into_any()
    };
    view! {
        <Dialog
            title=format!("Sign in on {name}")
            lede="The token stays in memory until this page is closed or reloaded; it is stored nowhere. What was waiting for it goes on."
            dirty
            on_close
            on_submit
            footer
        >
            {fields}
        </Dialog>
    }
    .into_any()
}
