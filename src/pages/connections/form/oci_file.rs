//! Filling the form from a section of an OCI config file. Nothing of the file is kept.

use image_console_core::config::{Authentication, Section, oci_sections, realm_domain_of};
use image_console_core::form::Field;
use image_console_platform::files;
use image_console_ui::Choice;
use image_console_ui::field::{FileField, SelectField, TextAreaField};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::Draft;
use crate::pages::connections::desk::{Desk, use_desk};

/// The largest file that is read, in bytes.
const LARGEST: u32 = 256 * 1024;

/// The file and what was taken from it. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct OciFile {
    draft: Draft,
    desk: Desk,
    file: RwSignal<Field>,
    paste: RwSignal<Field>,
    sections: RwSignal<Vec<Section>>,
    chosen: RwSignal<Field>,
    taken: RwSignal<Option<Section>>,
    /// The fingerprint that the key must have, where the section says one.
    pub fingerprint: Memo<Option<String>>,
}

impl OciFile {
    /// No file yet.
    pub fn new(draft: Draft) -> Self {
        let field = || RwSignal::new(Field::default());
        let taken: RwSignal<Option<Section>> = RwSignal::new(None);
        let fingerprint = Memo::new(move |_| {
            // With a session token it is not the API key that signs.
            let section = taken.get().filter(|section| section.security_token_file.is_empty());
            section
                .map(|section| section.fingerprint.to_lowercase())
                .filter(|fingerprint| !fingerprint.is_empty())
        });
        let (file, paste, chosen) = (field(), field(), field());
        let this = Self {
            draft,
            desk: use_desk(),
            file,
            paste,
            sections: RwSignal::new(Vec::new()),
            chosen,
            taken,
            fingerprint,
        };
        Effect::new(move |_| {
            let name = this.chosen.with(|chosen| chosen.value.clone());
            let section = this.sections.with_untracked(|all| all.iter().find(|s| s.name == name).cloned());
            if let Some(section) = section {
                this.take(section);
            }
        });
        this
    }

    /// The way in, closed until it is wanted.
    pub fn view(self) -> AnyView {
        let on_file = Callback::new(move |file: web_sys::File| {
            spawn_local(async move {
                let text = files::read_text(&file, LARGEST).await.map_err(|error| error.to_string());
                let _ = self.paste.try_set(Field::default());
                let _ = self.file.try_set(Field::with(file.name()));
                self.read(self.file, text);
            });
        });
        let pasted = Callback::new(move |()| {
            let text = self.paste.with_untracked(|paste| paste.value.clone());
            if !text.trim().is_empty() {
                self.file.set(Field::default());
                self.read(self.paste, Ok(text));
            }
        });
        let options = Signal::derive(move || {
            let mut all = vec![Choice::new("", "Choose a section")];
            self.sections.with(|sections| {
                all.extend(sections.iter().map(|s| Choice::new(&s.name, &s.name).detail(s.region.clone())));
            });
            all
        });
        let several = Memo::new(move |_| self.sections.with(|sections| sections.len() > 1));
        view! {
            <details class="fill-in">
                <summary>"Fill in from an OCI config file"</summary>
                <FileField
                    label="Config file"
                    field=self.file
                    hint="~/.oci/config. It is read here and not kept; a passphrase in it is passed over."
                    on_file
                />
                <TextAreaField
                    label="Or a section of it"
                    field=self.paste
                    optional=true
                    mono=true
                    rows=4
                    hint="From its [name] on."
                    on_blur=pasted
                />
                <Show when=move || several.get()>
                    <SelectField label="Section" field=self.chosen options />
                </Show>
            </details>
            <div role="status">{move || self.taken.get().map(|section| self.said(&section))}</div>
        }
        .into_any()
    }

    fn read(self, place: RwSignal<Field>, text: Result<String, String>) {
        let sections = text.and_then(|text| oci_sections(&text));
        let error = sections.as_ref().err().cloned();
        let _ = place.try_update(|field| field.error = error);
        let sections = sections.unwrap_or_default();
        let only = if let [only] = sections.as_slice() { only.name.clone() } else { String::new() };
        let _ = self.sections.try_set(sections);
        let _ = self.chosen.try_set(Field::with(only));
    }

    /// Fills the form; what the section does not say stays as it is.
    fn take(self, section: Section) {
        let draft = self.draft;
        let realm = realm_domain_of(&section.tenancy).filter(|realm| *realm != "oraclecloud.com");
        let all = [
            ("region", section.region.as_str()),
            ("realmDomain", realm.unwrap_or_default()),
            ("tenancy", &section.tenancy),
            ("user", &section.user),
        ];
        for (member, value) in all.into_iter().filter(|(_, value)| !value.is_empty()) {
            draft.member(member).set(Field::with(value));
            draft.check(Some(member));
        }
        draft.authentication.set(Field::with(Authentication::HttpSignature.word()));
        let fingerprint = section.fingerprint.to_lowercase();
        let known = self.desk.connections.keys.with_untracked(|keys| {
            keys.iter().find(|key| key.oci_fingerprint == fingerprint).map(|key| key.id.clone())
        });
        if let Some(key) = known.filter(|_| section.security_token_file.is_empty()) {
            draft.key.set(Field::with(key));
        }
        self.taken.set(Some(section));
    }

    /// What was taken, and what the user has to bring.
    fn said(self, section: &Section) -> AnyView {
        let known = !section.fingerprint.is_empty()
            && self.desk.connections.keys.with(|keys| {
                keys.iter().any(|key| key.oci_fingerprint == section.fingerprint.to_lowercase())
            });
        let or = |text: &str, other: &str| if text.is_empty() { other } else { text }.to_owned();
        let mut lines = vec![format!("Section [{}] was filled in.", section.name)];
        if section.security_token_file.is_empty() {
            let fingerprint = or(&section.fingerprint, "that of one of the user's API keys");
            lines.push(if known {
                format!("The key with the fingerprint {fingerprint} is in this browser.")
            } else {
                format!(
                    "Import the key that the section names, {}: its fingerprint must be {fingerprint}.",
                    or(&section.key_file, "in its key_file")
                )
            });
        } else {
            lines.push(format!(
                "The section signs with a session token. Save, then press “Session token…” at the connection: it takes the token from {} and the session's own key from {}. Both are new with each session.",
                section.security_token_file,
                or(&section.key_file, "its key_file")
            ));
        }
        view! { <p class="filled-in">{lines.join(" ")}</p> }.into_any()
    }
}
