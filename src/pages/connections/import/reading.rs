//! What was dropped or pasted, and what it turned out to be. The text is held here and nowhere
//! else, until it was imported or the dialog is gone.

use image_console_core::form::Field;
use image_console_platform::keystore::KeyInfo;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::pages::connections::key_reader::{self, Found, Place, Refused};

/// The state of the import dialog.
#[derive(Clone, Copy)]
pub struct Reading {
    /// The file: its name, and what is wrong with it.
    pub file: RwSignal<Field>,
    /// The text, when it was pasted instead.
    pub paste: RwSignal<Field>,
    /// What the user calls the key.
    pub label: RwSignal<Field>,
    /// The passphrase.
    pub passphrase: RwSignal<Field>,
    /// What the text is, once that is known.
    pub found: RwSignal<Option<Found>>,
    /// The key is being opened.
    pub busy: RwSignal<bool>,
    /// What is wrong with this page or this browser.
    pub trouble: RwSignal<Option<String>>,
    text: StoredValue<String>,
}

impl Reading {
    /// Nothing read yet. Looks at a pasted text as soon as its last line is there.
    pub fn new() -> Self {
        let field = || RwSignal::new(Field::default());
        let reading = Self {
            file: field(),
            paste: field(),
            label: field(),
            passphrase: field(),
            found: RwSignal::new(None),
            busy: RwSignal::new(false),
            trouble: RwSignal::new(None),
            text: StoredValue::new(String::new()),
        };
        Effect::new(move |_| {
            let whole = reading.paste.with(|paste| paste.value.contains("-----END "));
            if whole || untrack(|| reading.is_pasted() && reading.found.with(Option::is_some)) {
                reading.take_pasted();
            } else if untrack(|| reading.is_empty()) {
                reading.text.set_value(String::new());
                reading.found.set(None);
            }
        });
        on_cleanup(move || {
            let _ = reading.text.try_set_value(String::new());
        });
        reading
    }

    /// Whether closing loses something.
    pub fn is_dirty(self) -> bool {
        [self.file, self.paste, self.label, self.passphrase].iter().any(|f| f.with(|f| !f.value.is_empty()))
    }

    /// Takes the text of a file in place of what was there.
    pub fn take_file(self, name: String, text: Result<String, String>) {
        let _ = self.paste.try_set(Field::default());
        let (text, error) = match text {
            Ok(text) => (text, None),
            Err(error) => (String::new(), Some(error)),
        };
        let readable = error.is_none();
        let _ = self.file.try_set(Field { error, ..Field::with(name) });
        let _ = self.found.try_set(None);
        let _ = self.text.try_set_value(text);
        if readable {
            self.look();
        }
    }

    /// Takes the pasted text in place of a file; nothing happens when it was looked at already.
    pub fn take_pasted(self) {
        let Some(pasted) = self.paste.try_with_untracked(|paste| paste.value.clone()) else { return };
        if pasted.trim().is_empty() || self.text.try_with_value(|text| *text == pasted) != Some(false) {
            return;
        }
        self.file.set(Field::default());
        self.found.set(None);
        self.text.set_value(pasted);
        self.look();
    }

    fn look(self) {
        let Some(text) = self.text.try_get_value() else { return };
        spawn_local(async move {
            let found = key_reader::inspect(&text).await;
            if self.text.try_with_value(|now| *now == text) != Some(true) {
                return;
            }
            match found {
                Ok(found) => {
                    let remark = found.remark.clone();
                    let _ = self.source().try_update(|field| field.warning = remark);
                    let _ = self.found.try_set(Some(found));
                }
                Err(refused) => self.refuse(refused),
            }
        });
    }

    /// Opens the key and stores it. `None` when something is wrong, which stands at its field then.
    pub async fn import(self) -> Option<KeyInfo> {
        self.take_pasted();
        let text = self.text.try_get_value()?;
        if text.is_empty() {
            let missing = "Choose the file of a private key, or paste its text below.";
            let _ = self.file.try_update(|file| {
                if file.error.is_none() {
                    file.error = Some(missing.to_owned());
                }
            });
            return None;
        }
        let label = self.label.try_with_untracked(|label| label.value.clone())?;
        let passphrase = self.passphrase.try_with_untracked(|passphrase| passphrase.value.clone())?;
        let _ = self.trouble.try_set(None);
        let _ = self.busy.try_set(true);
        let imported = key_reader::import(&label, &text, &passphrase).await;
        let _ = self.busy.try_set(false);
        match imported {
            Ok(key) => {
                self.drop_secrets();
                Some(key)
            }
            Err(refused) => {
                self.refuse(refused);
                None
            }
        }
    }

    fn drop_secrets(self) {
        let _ = self.text.try_set_value(String::new());
        let _ = self.found.try_set(None);
        for field in [self.file, self.paste, self.passphrase, self.label] {
            let _ = field.try_set(Field::default());
        }
    }

    fn refuse(self, refused: Refused) {
        let Refused { place, message } = refused;
        let field = match place {
            Place::Browser => {
                let _ = self.trouble.try_set(Some(message));
                return;
            }
            Place::Key => self.source(),
            Place::Passphrase => self.passphrase,
        };
        let _ = field.try_update(|field| field.error = Some(message));
    }

    fn is_pasted(self) -> bool {
        self.paste.try_with_untracked(|paste| !paste.value.is_empty()) == Some(true)
    }

    /// The pasted text was taken away, and there is no file.
    fn is_empty(self) -> bool {
        [self.file, self.paste].iter().all(|field| field.with(|field| field.value.is_empty()))
            && self.text.with_value(|text| !text.is_empty())
    }

    /// The field that the text came from.
    fn source(self) -> RwSignal<Field> {
        if self.is_pasted() { self.paste } else { self.file }
    }
}
