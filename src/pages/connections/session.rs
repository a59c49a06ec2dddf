//! The session token of a connection to Oracle Cloud: held in memory, never stored, and gone with the
//! page.

use std::sync::Arc;

use image_console_core::config::Kind as Api;
use image_console_core::form::Field;
use image_console_platform::files;
use image_console_ui::field::{FileField, PasswordField};
use image_console_ui::{Button, Dialog, Kind, dom};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::use_desk;
use super::key_choice::KeyChoice;
use crate::pages::sign_in::{expires, look};
use crate::state::announce::use_announcer;
use crate::state::connections::{Connected, Session};

/// The largest file that is read, in bytes; tokens have one or two thousand.
const LARGEST: u32 = 64 * 1024;

/// The dialog.
#[component]
pub fn SessionToken(
    /// The connection.
    connected: Arc<Connected>,
) -> AnyView {
    let (desk, announcer) = (use_desk(), use_announcer());
    let (id, name) = (connected.connection.id.clone(), connected.connection.name.clone());
    let before = connected.session.as_ref().map(|session| session.key.clone()).unwrap_or_default();
    let (file, token) = (RwSignal::new(Field::default()), RwSignal::new(Field::default()));
    let key = RwSignal::new(Field::with(before.clone()));
    let busy = RwSignal::new(false);
    let on_close = Callback::new(move |()| desk.session.set(None));
    let store = StoredValue::new((id, name.clone()));
    let finish = move |session: Option<Session>| {
        busy.set(true);
        let (id, name) = store.get_value();
        spawn_local(async move {
            let test = session.is_some();
            desk.use_session(&id, session).await;
            announcer.say(if test {
                format!("{name} signs with the session now")
            } else {
                format!("The session of {name} was ended here")
            });
            let _ = desk.session.try_set(None);
            if test {
                desk.tests.start(&id);
            }
        });
    };
    let on_submit = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        match read(token, key) {
            Some(session) => finish(Some(session)),
            None => request_animation_frame(|| {
                dom::focus_first_invalid();
            }),
        }
    });
    let end = connected.session.is_some().then(|| {
        let press = Callback::new(move |()| finish(None));
        move || view! { <Button label="End session" kind=Kind::Danger busy on_press=press /> }.into_any()
    });
    let dirty =
        Signal::derive(move || token.with(|t| !t.value.is_empty()) || key.with(|key| key.value != before));
    let footer = move || {
        let end = end.map(|end| end());
        view! {
            {end}
            <Button label="Cancel" on_press=on_close />
            <Button label="Use and test" kind=Kind::Primary submit=true busy />
        }
        .into_any()
    };
    let on_file = Callback::new(move |chosen: web_sys::File| {
        spawn_local(async move {
            let text = files::read_text(&chosen, LARGEST).await;
            let error = text.as_ref().err().map(ToString::to_string);
            let _ = file.try_set(Field { error, ..Field::with(chosen.name()) });
            if let Ok(text) = text {
                let _ = token.try_set(Field::with(bare(&text)));
                let _ = token.try_update(look_at);
            }
        });
    });
    view! {
        <Dialog
            title=format!("Session token for {name}")
            lede="In place of an API key. The token stays in memory until this page is closed or reloaded; it is stored nowhere."
            dirty
            on_close
            on_submit
            footer
        >
            <FileField
                label="File of the token"
                field=file
                hint="The security_token_file that oci session authenticate wrote, for example ~/.oci/sessions/DEFAULT/token."
                on_file
            />
            <PasswordField
                label="Or the token"
                field=token
                hint="With or without ST$ before it."
                on_blur=Callback::new(move |()| token.update(look_at))
            />
            <KeyChoice
                field=key
                kind=Api::Oci
                hint="The session's own key, from the key_file of the same section: not the user's API key."
            />
        </Dialog>
    }
    .into_any()
}

/// What was entered; what is missing is said at its field.
fn read(token: RwSignal<Field>, key: RwSignal<Field>) -> Option<Session> {
    let said = token.with_untracked(|token| bare(&token.value));
    let chosen = key.with_untracked(|key| key.given().map(str::to_owned));
    let wrong = if said.is_empty() {
        Some("The token is missing.")
    } else if said.chars().any(|c| !c.is_ascii_graphic() || matches!(c, '"' | '\\')) {
        Some("This is not a token: it has white space, quotes or other characters that no header can carry.")
    } else {
        None
    };
    token.update(|token| token.error = wrong.map(str::to_owned));
    if chosen.is_none() {
        key.update(|key| {
            key.error = Some("Choose the session's key: the token alone does not sign.".to_owned())
        });
    }
    let expires = expires(&said);
    chosen.filter(|_| wrong.is_none()).map(|key| Session { token: said, key, expires })
}

/// The token itself.
fn bare(text: &str) -> String {
    let text = text.trim();
    text.strip_prefix("ST$").unwrap_or(text).to_owned()
}

fn look_at(field: &mut Field) {
    let token = bare(&field.value);
    look(field, &token);
}
