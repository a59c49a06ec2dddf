//! The keys in this browser: what names them, and which connections sign with them.

use image_console_platform::keystore::KeyInfo;
use image_console_sign::KeyKind;
use image_console_ui::{Button, Card, CopyButton, Definition, Empty, Fact, Glyph, Kind};
use leptos::prelude::*;

use super::desk::{Wish, names, use_desk};

/// The keys.
#[component]
pub fn Keys() -> AnyView {
    let desk = use_desk();
    let import = Callback::new(move |()| desk.importing.set(Some(Wish::Any)));
    let actions = move || {
        view! { <Button label="Import a key…" icon=Glyph::Key reason=desk.insecure on_press=import /> }
            .into_any()
    };
    let none = move || {
        desk.connections.keys.with(Vec::is_empty).then(|| {
            view! {
                <Empty
                    title="No key is in this browser"
                    next="Connections that sign in the browser need one. Those whose proxy authenticates do not."
                />
            }
            .into_any()
        })
    };
    view! {
        <Card title="Keys" actions>
            {none}
            <ul class="keys">
                <For each=move || desk.connections.keys.get() key=|key| key.id.clone() children=one />
            </ul>
        </Card>
    }
    .into_any()
}

fn one(key: KeyInfo) -> AnyView {
    let desk = use_desk();
    let id = key.id.clone();
    let used = {
        let id = id.clone();
        move || match desk.users_of(&id) {
            users if users.is_empty() => "no connection".to_owned(),
            users => names(&users),
        }
    };
    let remove = Callback::new(move |()| desk.removing_key.set(Some(id.clone())));
    let remark = key.kind.remark().map(|remark| view! { <p class="warn">{remark}</p> });
    let kind = key.kind.to_string();
    let oci = matches!(key.kind, KeyKind::Rsa { .. }).then(|| {
        let fingerprint = key.oci_fingerprint.clone();
        let copy = Signal::stored(fingerprint.clone());
        view! { <Fact name="OCI fingerprint" mono=true copy>{fingerprint}</Fact> }.into_any()
    });
    view! {
        <li>
            <div class="key-head">
                <h3>{key.label}</h3>
                <CopyButton label="Copy public key" text=key.ssh_public_key.clone() />
                <Button label="Remove…" kind=Kind::Danger on_press=remove />
            </div>
            <Definition>
                <Fact name="Kind">{kind} {remark}</Fact>
                <Fact name="MD5 fingerprint" mono=true copy=Signal::stored(key.fingerprint_md5.clone())>
                    {key.fingerprint_md5}
                </Fact>
                <Fact name="SHA256 fingerprint" mono=true copy=Signal::stored(key.fingerprint_sha256.clone())>
                    {key.fingerprint_sha256}
                </Fact>
                {oci}
                <Fact name="Public key" mono=true>
                    <span class="one-line">{key.ssh_public_key}</span>
                </Fact>
                <Fact name="Imported">{key.imported_at.day_and_time()}</Fact>
                <Fact name="Used by">{used}</Fact>
            </Definition>
        </li>
    }
    .into_any()
}
