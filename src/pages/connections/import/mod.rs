//! "Import a key": a file or its text, a passphrase when there must be one, and then which
//! connections shall sign with it.

mod offer;
mod reading;

use image_console_platform::files;
use image_console_ui::field::{FileField, PasswordField, TextAreaField, TextField};
use image_console_ui::{Button, Dialog, Kind, Notice, dom};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::{Desk, Wish, use_desk};
use crate::state::announce::use_announcer;
use offer::Offer;
use reading::Reading;

/// The largest file that is read, in bytes; no key is as large.
const LARGEST: u32 = 256 * 1024;

/// The dialog.
#[component]
pub fn ImportKey(
    /// Who wants the key.
    wish: Wish,
) -> AnyView {
    let (desk, announcer) = (use_desk(), use_announcer());
    let reading = Reading::new();
    let offer = Offer::new(desk);
    let on_close = Callback::new(move |()| desk.importing.set(None));
    let import = move || {
        if reading.busy.get_untracked() {
            return;
        }
        spawn_local(async move {
            let Some(key) = reading.import().await else {
                request_animation_frame(|| {
                    dom::focus_first_invalid();
                });
                return;
            };
            desk.connections.read_keys().await;
            let (id, known) = keep_once(desk, &key.id, &key.fingerprint_sha256).await;
            announcer.say(if known { "This key was here already" } else { "The key was imported" });
            let _ = match wish {
                Wish::For(take) => {
                    // The form may be gone by now.
                    let _ = take.try_run(id);
                    on_close.try_run(())
                }
                Wish::Any if offer.make(id) => None,
                Wish::Any => on_close.try_run(()),
            };
        });
    };
    let on_submit = Callback::new(move |()| if offer.is_made() { offer.accept(on_close) } else { import() });
    let title = Signal::derive(move || {
        let title = if offer.key.with(Option::is_some) { "Use the new key" } else { "Import a key" };
        title.to_owned()
    });
    let lede = Signal::derive(move || match offer.key.with(Option::is_some) {
        true => "These connections sign in the browser and have no key yet.".to_owned(),
        false => {
            "The key stays in this browser, where it can sign but not be read again. It is sent nowhere."
                .to_owned()
        }
    });
    let dirty = Signal::derive(move || reading.is_dirty());
    let footer = move || {
        if offer.key.with(Option::is_some) {
            view! {
                <Button label="Not now" on_press=on_close />
                <Button label="Use for these" kind=Kind::Primary submit=true busy=offer.busy />
            }
            .into_any()
        } else {
            view! {
                <Button label="Cancel" on_press=on_close />
                <Button label="Import" kind=Kind::Primary submit=true busy=reading.busy reason=desk.insecure />
            }
            .into_any()
        }
    };
    let body = move || match offer.key.with(Option::is_some) {
        true => offer.view(),
        false => fields(reading),
    };
    view! {
        <Dialog title lede dirty on_close on_submit footer>
            {body}
        </Dialog>
    }
    .into_any()
}

/// The same key twice would only be confusing: the one that was here stays. Returns its id, and
/// whether it was here.
async fn keep_once(desk: Desk, new: &str, fingerprint: &str) -> (String, bool) {
    let older = desk.connections.keys.with_untracked(|keys| {
        let older = keys.iter().find(|key| key.id != new && key.fingerprint_sha256 == fingerprint);
        older.map(|key| key.id.clone())
    });
    match older {
        Some(older) => {
            desk.connections.remove_key(new).await;
            (older, true)
        }
        None => (new.to_owned(), false),
    }
}

fn fields(reading: Reading) -> AnyView {
    let words = move || {
        reading.found.with(|found| match found {
            None => String::new(),
            Some(found) if found.needs_passphrase => format!("{} It is encrypted.", found.words),
            Some(found) => format!("{} It needs no passphrase.", found.words),
        })
    };
    let label_hint = Signal::derive(move || {
        match reading.found.with(|found| found.as_ref().and_then(|found| found.comment.clone())) {
            Some(comment) => format!("Empty: its comment, {comment}."),
            None => "Empty: the key's comment or fingerprint.".to_owned(),
        }
    });
    let locked = Memo::new(move |_| reading.found.with(|f| f.as_ref().is_some_and(|f| f.needs_passphrase)));
    let trouble = move || {
        reading.trouble.get().map(|why| view! { <Notice what="The key was not imported" why /> }.into_any())
    };
    view! {
        <FileField
            label="File of the private key"
            field=reading.file
            hint="OpenSSH, PKCS#1, PKCS#8 or SEC1; RSA or ECDSA."
            on_file=Callback::new(move |file| {
                spawn_local(async move {
                    let text = files::read_text(&file, LARGEST).await.map_err(|error| error.to_string());
                    reading.take_file(file.name(), text);
                });
            })
        />
        <TextAreaField
            label="Or its text"
            field=reading.paste
            optional=true
            mono=true
            rows=4
            hint="From -----BEGIN … to -----END …, both lines included."
            on_blur=Callback::new(move |()| reading.take_pasted())
        />
        <p class="key-found" role="status">{words}</p>
        <Show when=move || locked.get()>
            <PasswordField
                label="Passphrase"
                field=reading.passphrase
                hint="Used once, to open the file, and not kept. Opening takes some seconds."
            />
        </Show>
        <TextField label="Label" field=reading.label optional=true hint=label_hint />
        {trouble}
    }
    .into_any()
}
