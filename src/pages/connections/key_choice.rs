//! Choosing a key: the field that the connection form and the key dialog share.

use image_console_core::config::Kind as Api;
use image_console_core::form::Field;
use image_console_platform::keystore::KeyInfo;
use image_console_sign::KeyKind;
use image_console_ui::field::SelectField;
use image_console_ui::{Button, Choice, Glyph, Kind};
use leptos::prelude::*;

use super::desk::{Wish, use_desk};

const TRITON: &str = "It must be one of the account's keys (or the sub-user's). Without a key nothing can be asked on this connection; it can also be chosen later.";
const OCI: &str = "Its fingerprint must be that of one of the user's API keys. Without a key nothing can be asked on this connection, unless a session token is given; both can also be done later.";

/// A list of the keys in this browser, and the way to import another one. The field's value is the
/// key's id; empty for none.
#[component]
pub fn KeyChoice(
    /// Value and message.
    field: RwSignal<Field>,
    /// What the key is for.
    kind: Api,
    /// What to know before choosing, where it is not what the kind says.
    #[prop(into, optional)]
    hint: String,
) -> AnyView {
    let desk = use_desk();
    let hint = if !hint.is_empty() {
        hint
    } else if kind == Api::Oci {
        OCI.to_owned()
    } else {
        TRITON.to_owned()
    };
    let options = Signal::derive(move || {
        let chosen = field.with(|field| field.value.clone());
        desk.connections.keys.with(|keys| options(keys, kind, chosen))
    });
    let import = Callback::new(move |()| {
        let take = Callback::new(move |id: String| {
            let _ = field.try_update(|field| field.edit(id));
        });
        desk.importing.set(Some(Wish::For(take)));
    });
    view! {
        <SelectField
            label="Key"
            field
            options
            hint
        />
        <p class="field">
            <Button
                label="Import a key…"
                icon=Glyph::Key
                kind=Kind::Quiet
                reason=desk.insecure
                on_press=import
            />
        </p>
    }
    .into_any()
}

fn options(keys: &[KeyInfo], kind: Api, chosen: String) -> Vec<Choice> {
    let gone = !chosen.is_empty() && keys.iter().all(|key| key.id != chosen);
    let mut all = vec![Choice::new("", "No key")];
    for key in keys {
        let detail = format!("{} · {}", key.kind, fingerprint(key, kind));
        let choice = Choice::new(key.id.clone(), key.label.clone()).detail(detail);
        let wrong = kind == Api::Oci && !matches!(key.kind, KeyKind::Rsa { .. });
        all.push(if wrong { choice.because("Oracle Cloud accepts RSA keys only.") } else { choice });
    }
    if gone {
        all.push(Choice::new(chosen, "A key that is not in this browser any more"));
    }
    all
}

/// What names a key at an upstream.
pub fn fingerprint(key: &KeyInfo, kind: Api) -> &str {
    match kind {
        Api::Oci => &key.oci_fingerprint,
        _ => &key.fingerprint_md5,
    }
}
