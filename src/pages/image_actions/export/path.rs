//! `manta_path`: what is suggested, what is wrong with it, and which files it leads to.

use image_console_core::form::Field;
use image_console_upstream::triton_cloudapi::export_name::{ExportNames, export_names};
use image_console_upstream::triton_cloudapi::validate;
use leptos::prelude::*;

use super::names::Names;
use crate::pages::image_actions::shared::show_what_is_wrong;
use crate::pages::image_actions::subject::Subject;
use crate::state::accounts::use_accounts;
use crate::state::image::LoadedImage;

/// The field with what belongs to it.
#[derive(Clone, Copy)]
pub struct MantaPath {
    /// Value and message.
    pub field: RwSignal<Field>,
    /// The value as it is sent.
    pub typed: Signal<String>,
    /// What the path must begin with, as far as it is known.
    login: Memo<Option<String>>,
    /// What was filled in for the user.
    suggested: StoredValue<String>,
    /// A path that the user was asked about once.
    explained: StoredValue<String>,
}

impl MantaPath {
    /// The field, filled with the beginning of a path.
    pub fn new(subject: &Subject) -> Self {
        let (id, account) = (subject.connection().id.clone(), subject.connection().account().to_owned());
        let accounts = use_accounts();
        // A connection may name its account by UUID, or leave it to the proxy.
        let login = Memo::new(move |_| {
            let named = !account.is_empty() && account != "my" && !validate::uuid(&account).may_be_sent();
            accounts.of(&id).login.or_else(|| named.then(|| account.clone()))
        });
        let field = RwSignal::new(Field::default());
        let suggested = StoredValue::new(String::new());
        // The login may become known only while the dialog is open.
        Effect::new(move |_| {
            let suggestion = login.with(|l| l.as_ref().map(|l| format!("/{l}/stor/"))).unwrap_or_default();
            if suggested.with_value(|old| field.with_untracked(|field| field.value == *old)) {
                field.set(Field::with(suggestion.clone()));
            }
            suggested.set_value(suggestion);
        });
        let typed = Signal::derive(move || field.with(|field| field.value.trim().to_owned()));
        Self { field, typed, login, suggested, explained: StoredValue::new(String::new()) }
    }

    /// Whether the user typed something, with subscription.
    pub fn changed(self) -> bool {
        self.field.with(|field| self.suggested.with_value(|suggested| field.value != *suggested))
    }

    /// What to know before typing.
    pub fn hint(self, subject: &Subject) -> Signal<String> {
        let sub_user = subject.connection().triton().is_some_and(|triton| triton.sub_user.is_some());
        Signal::derive(move || {
            let home = self.login.get().unwrap_or_else(|| "LOGIN".to_owned());
            let whose = if sub_user {
                "the account's part of Manta, for its sub-users too"
            } else {
                "your part of Manta"
            };
            format!("Below /{home}/, {whose}: a directory that exists, or the beginning of the file names.")
        })
    }

    /// The files under both readings of the path; nothing while it cannot be sent.
    pub fn names(self, subject: &Subject) -> Memo<Option<Names>> {
        let loaded = subject.loaded;
        Memo::new(move |_| {
            let path = self.typed.get();
            let fine = self.login.with(|login| validate::manta_path(&path, login.as_deref())).may_be_sent();
            fine.then(|| Names { names: loaded.with(|now| names_of(&path, now)), top: is_top(&path) })
        })
    }

    /// Time to validate, unless nothing was typed. A message that is there already is about this
    /// very value, and may be the server's.
    pub fn on_blur(self) -> Callback<()> {
        Callback::new(move |()| {
            let login = self.login.try_get_untracked().flatten();
            let _ = self.field.try_update(|field| {
                let silent = field.error.is_none() && field.warning.is_none();
                if silent && self.suggested.try_with_value(|s| field.value != *s) == Some(true) {
                    validate::manta_path(field.value.trim(), login.as_deref()).put(field);
                }
            });
        })
    }

    /// The path, when it may be sent. One that names only the top of the store is asked about
    /// once: it is more often an unfinished path than a wish.
    pub fn checked(self, subject: &Subject) -> Option<String> {
        let value = self.typed.get_untracked();
        let finding = self.login.with_untracked(|login| validate::manta_path(&value, login.as_deref()));
        if !finding.may_be_sent() {
            self.field.update(|field| finding.put(field));
            show_what_is_wrong(String::new());
            return None;
        }
        if is_top(&value) && self.explained.with_value(|path| *path != value) {
            let files = names_of(&value, &subject.now()).as_directory;
            self.field.update(|field| {
                field.warning = Some(format!(
                    "This is the top of the store. Name a place below it, or press Export image once more to \
                     write {} and {}.",
                    files.image, files.manifest
                ));
            });
            self.explained.set_value(value);
            return None;
        }
        Some(value)
    }
}

/// The files that a path leads to for this image.
fn names_of(path: &str, now: &LoadedImage) -> ExportNames {
    let image = &now.image;
    let (name, version) = (image.name.text().unwrap_or_default(), image.version.text().unwrap_or_default());
    export_names(path, name, version, image.file().and_then(|file| file.compression.text()))
}

/// Whether a path names nothing below `/LOGIN/stor`: it can only be a directory then.
fn is_top(path: &str) -> bool {
    path.split('/').filter(|part| !part.is_empty()).count() < 3
}

#[cfg(test)]
mod tests {
    use super::is_top;

    #[test]
    fn the_top_of_a_store_is_told_from_a_place_in_it() {
        for top in ["/jdoe/stor", "/jdoe/stor/", "/jdoe/public"] {
            assert!(is_top(top), "{top}");
        }
        for place in ["/jdoe/stor/images", "/jdoe/stor/images/"] {
            assert!(!is_top(place), "{place}");
        }
    }
}
