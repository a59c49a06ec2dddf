//! What a connection to Oracle Cloud has of its own.

use image_console_core::Service;
use image_console_core::config::{Kind, Oci};
use image_console_core::form::Field;
use image_console_sign::KeyKind;
use image_console_ui::field::TextAreaField;
use image_console_upstream::oci;
use leptos::prelude::*;

use super::compartments::Compartments;
use super::draft::{COMPARTMENTS, Draft};
use super::oci_file::OciFile;
use super::{authentication, left, member, words};
use crate::pages::connections::desk::Desk;
use crate::pages::connections::key_choice::KeyChoice;

/// The fields.
pub fn fields(desk: Desk, draft: Draft) -> AnyView {
    let text = |text: &str| text.to_owned();
    let file = OciFile::new(draft);
    let signs = Memo::new(move |_| draft.signs());
    let tenancy_hint = Signal::derive(move || {
        let hint = if draft.signs() {
            "A signature names it. It is also the root compartment."
        } else {
            "The root compartment: needed only to choose compartments from a list."
        };
        hint.to_owned()
    });
    let user_hint = Signal::derive(move || {
        let hint = if draft.signs() {
            "Whose API key signs. A session token needs none."
        } else {
            "Not needed: the proxy signs."
        };
        hint.to_owned()
    });
    Effect::new(move |_| warn_of_key(desk, draft, file));
    view! {
        {file.view()}
        <div class="two">
            {member(draft, "region", false, text("For example eu-frankfurt-1."))}
            {member(draft, "realmDomain", true, format!("Empty: {}.", Oci::REALM_DOMAIN))}
        </div>
        {root(draft, "endpoints.compute", Service::Compute, "no images of Compute")}
        {root(draft, "endpoints.artifacts", Service::Artifacts, "no container images")}
        {root(draft, "endpoints.identity", Service::Identity, "no list of compartments to choose from")}
        {root(draft, "endpoints.objectStorage", Service::ObjectStorage, "no list of buckets to choose from")}
        {authentication(draft)}
        <div class="two">
            {member(draft, "tenancy", false, tenancy_hint)}
            {member(draft, "user", true, user_hint)}
        </div>
        <Show when=move || signs.get()>
            <KeyChoice field=draft.key kind=Kind::Oci />
        </Show>
        <TextAreaField
            label=words::label(COMPARTMENTS)
            field=draft.member(COMPARTMENTS)
            mono=true
            rows=4
            hint="The OCIDs of those whose images are listed, one in each line. The tenancy's OCID is that of the root."
            on_blur=left(draft, COMPARTMENTS)
        />
        {Compartments::new(desk, draft).view()}
    }
    .into_any()
}

/// The proxied root of a service; what it leads to and what goes without it.
fn root(draft: Draft, member: &'static str, service: Service, without: &'static str) -> AnyView {
    let hint = Signal::derive(move || {
        let text = |name| draft.member(name).with(|field| field.given().unwrap_or_default().to_owned());
        let region = Some(text("region")).filter(|region| !region.is_empty());
        let region = region.unwrap_or_else(|| "REGION".to_owned());
        let host = oci::host(service, &region, &text("realmDomain")).unwrap_or_default();
        format!(
            "The root of the proxy to {host}: https://… or a path on this site. The proxy must send that host. Empty: {without}."
        )
    });
    super::member(draft, member, true, hint)
}

/// Says at the key when it is not the one that the file's section names.
fn warn_of_key(desk: Desk, draft: Draft, file: OciFile) {
    let expected = file.fingerprint.get();
    let chosen = draft.chosen_key();
    let warning = desk.connections.keys.with(|keys| {
        let key = keys.iter().find(|key| Some(&key.id) == chosen.as_ref())?;
        if !matches!(key.kind, KeyKind::Rsa { .. }) {
            return Some("Oracle Cloud accepts RSA keys only.".to_owned());
        }
        let expected = expected.filter(|expected| *expected != key.oci_fingerprint)?;
        Some(format!("Its fingerprint is {}, but the file says {expected}.", key.oci_fingerprint))
    });
    // Only a change is written: this runs again for each.
    if draft.key.with(|field| field.warning != warning) {
        draft.key.update(|field: &mut Field| field.warning = warning);
    }
}
