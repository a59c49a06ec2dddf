//! The key of a connection that `config.json` sets: all that can be chosen for it here.

use std::sync::Arc;

use image_console_core::config::Authentication;
use image_console_core::form::Field;
use image_console_ui::{Button, Dialog, Kind, Notice, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::close_form;
use super::desk::use_desk;
use super::key_choice::KeyChoice;
use super::test_preview::test_preview;
use crate::state::announce::use_announcer;
use crate::state::connections::Connected;
use crate::state::navigation::use_navigation;

/// The dialog.
#[component]
pub fn ChooseKey(
    /// The connection.
    connected: Arc<Connected>,
    /// The user wants it gone.
    on_close: Callback<()>,
) -> AnyView {
    let (desk, navigation, announcer) = (use_desk(), use_navigation(), use_announcer());
    let why_none = match connected.connection.authentication {
        Authentication::HttpSignature => "",
        Authentication::Proxy => "The proxy in front of it adds the credentials, as config.json says.",
        Authentication::Token => "It takes a token, which is entered with Sign in… and kept in memory only.",
    };
    let needs_none = !why_none.is_empty();
    let api = connected.connection.kind();
    let title = format!("Key for {}", connected.connection.name);
    let before = connected.key.clone().unwrap_or_default();
    let field = RwSignal::new(Field::with(before.clone()));
    let dirty = Signal::derive(move || field.with(|field| field.value != before));
    let busy = RwSignal::new(false);
    let id = StoredValue::new(connected.connection.id.clone());
    let on_submit = Callback::new(move |()| {
        if needs_none || busy.get_untracked() {
            return;
        }
        busy.set(true);
        let key = field.with_untracked(|field| field.given().map(str::to_owned));
        let id = id.get_value();
        spawn_local(async move {
            let test = key.is_some();
            desk.use_key(&id, key).await;
            announcer.say(format!("The key of {} was changed", desk.name(&id)));
            close_form(navigation);
            if test {
                desk.tests.start(&id);
            }
        });
    });
    let body = if needs_none {
        view! {
            <Notice
                what="This connection needs no key"
                why=why_none
                tone=Tone::Muted
            />
        }
        .into_any()
    } else {
        let typed = Signal::derive(move || Connected {
            key: field.with(|field| field.given().map(str::to_owned)),
            ..(*connected).clone()
        });
        view! {
            <KeyChoice field kind=api />
            {test_preview(desk, typed)}
        }
        .into_any()
    };
    let footer = move || {
        if needs_none {
            return view! { <Button label="Close" on_press=on_close /> }.into_any();
        }
        view! {
            <Button label="Cancel" on_press=on_close />
            <Button label="Use and test" kind=Kind::Primary submit=true busy />
        }
        .into_any()
    };
    view! {
        <Dialog
            title
            lede="The connection is set in config.json; which key signs for it is chosen in each browser."
            dirty
            on_close
            on_submit
            footer
        >
            {body}
        </Dialog>
    }
    .into_any()
}
