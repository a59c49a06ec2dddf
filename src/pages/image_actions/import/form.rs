//! What is filled in to import an image, and whether it may be sent.

use std::sync::Arc;

use image_console_core::FieldError;
use image_console_core::form::Field;
use image_console_upstream::triton_cloudapi::rules::{self, Action, Facts};
use image_console_upstream::triton_cloudapi::validate::{self, Finding};
use leptos::prelude::*;

use super::datacenters::{Places, Told};
use super::source_images::SourceImages;
use crate::state::accounts::Accounts;
use crate::state::connections::{Connected, Connections};
use crate::state::images::Images;

/// What the form begins with.
#[derive(Debug, Clone, Default)]
pub struct Begin {
    /// The target's connection; may be empty.
    pub target: String,
    /// The connection where the image is.
    pub source: Option<String>,
    /// The image.
    pub id: String,
    /// Whether the table shows everything, so that its lists can be used.
    pub whole: bool,
}

/// The form's state. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Form {
    connections: Connections,
    /// All that is known of datacenters.
    pub places: Places,
    /// The id of the target's connection.
    pub target: RwSignal<Field>,
    /// The name of the source datacenter.
    pub datacenter: RwSignal<Field>,
    /// The image's UUID.
    pub id: RwSignal<Field>,
    /// The images of the source.
    pub images: SourceImages,
    preset: StoredValue<String>,
}

impl Form {
    /// A form over these places.
    #[must_use]
    pub fn new(
        connections: Connections,
        accounts: Accounts,
        images: Images,
        places: Places,
        begin: Begin,
    ) -> Self {
        let target = RwSignal::new(Field::with(&begin.target));
        let datacenter = RwSignal::new(Field::default());
        let into = Memo::new(move |_| target.with(|field| field.value.clone()));
        let source = Memo::new(move |_| {
            let name = datacenter.with(|field| field.value.trim().to_owned());
            into.with(|target| places.connection_in(accounts, target, &name))
        });
        let form = Self {
            connections,
            places,
            target,
            datacenter,
            id: RwSignal::new(Field::with(&begin.id)),
            images: SourceImages::new(connections, accounts, images, source, into, begin.whole),
            preset: StoredValue::new(begin.id),
        };
        form.choose_datacenter(begin.source);
        form.follow_the_list();
        form
    }

    /// Chooses the datacenter where there is only one, or the one that the address meant, and lets
    /// go of one that the target does not have.
    fn choose_datacenter(self, meant: Option<String>) {
        let options = Memo::new(move |_| self.images.target.with(|target| self.places.sources(target)));
        let meant = Memo::new(move |_| meant.as_ref().and_then(|connection| self.places.name_of(connection)));
        Effect::new(move |_| {
            let (options, meant) = (options.get(), meant.get());
            let now = self.datacenter.with_untracked(|field| field.value.clone());
            let able: Vec<&str> =
                options.iter().filter(|o| o.reason.is_none()).map(|o| o.id.as_str()).collect();
            if options.is_empty() || able.contains(&now.as_str()) {
                return;
            }
            let meant = meant.filter(|name| able.contains(&name.as_str()));
            let only = (able.len() == 1).then(|| able.concat());
            self.datacenter.set(Field::with(meant.or(only).unwrap_or_default()));
        });
        // What was chosen from one list means nothing in another; a typed UUID may still be meant.
        Effect::new(move |before: Option<Option<String>>| {
            let source = self.images.source.get();
            if before.is_some_and(|before| before.is_some() && before != source) {
                self.id.set(Field::default());
            }
            source
        });
    }

    /// What a list says against an image is said at its field, also when the list comes later.
    fn follow_the_list(self) {
        let reason = Memo::new(move |_| {
            let id = self.id.with(|field| field.value.trim().to_owned());
            self.images.reason(&id)
        });
        Effect::new(move |before: Option<Option<String>>| {
            let reason = reason.get();
            let old = before.flatten();
            self.id.update(|field| {
                if reason.is_some() || (old.is_some() && field.error == old) {
                    field.error.clone_from(&reason);
                }
            });
            reason
        });
    }

    /// The target's connection, with subscription.
    #[must_use]
    pub fn connected(self) -> Option<Arc<Connected>> {
        self.target.with(|field| self.connections.get(&field.value))
    }

    /// What the target told of datacenters, with subscription.
    #[must_use]
    pub fn told(self) -> Option<Arc<Told>> {
        self.images.target.with(|target| self.places.told(target))
    }

    /// Why the target cannot import at all; empty when it can, or when that is not known.
    #[must_use]
    pub fn not_possible(self) -> Signal<String> {
        Signal::derive(move || {
            let datacenters = self.told().and_then(|told| told.imports);
            let verdict =
                rules::check(Action::ImportImageFromDatacenter, &Facts { datacenters, ..Facts::default() });
            verdict.reason().unwrap_or_default().to_owned()
        })
    }

    /// Datacenter and image as they are sent, with subscription.
    #[must_use]
    pub fn values(self) -> (String, String) {
        let text = |field: RwSignal<Field>| field.with(|field| field.value.trim().to_owned());
        (text(self.datacenter), text(self.id))
    }

    /// Whether closing loses something that was chosen.
    #[must_use]
    pub fn dirty(self) -> Signal<bool> {
        Signal::derive(move || {
            let id = self.id.with(|field| field.value.clone());
            !id.is_empty() && self.preset.with_value(|preset| *preset != id)
        })
    }

    /// When `id` loses the keyboard.
    #[must_use]
    pub fn on_id_blur(self) -> Callback<()> {
        Callback::new(move |()| {
            let fresh = |field: &Field| field.error.is_none() && !field.value.is_empty();
            if self.id.try_with_untracked(fresh) == Some(true) {
                self.check_id();
            }
        })
    }

    /// Checks everything, for a submit. Returns whether it may be sent.
    pub fn check(self) -> bool {
        let connected = untrack(|| self.connected()).is_some();
        self.target.update(|field| field.error = (!connected).then(|| "Choose a connection.".to_owned()));
        self.check_datacenter() & self.check_id() & connected
    }

    fn check_datacenter(self) -> bool {
        let (name, _) = untrack(|| self.values());
        let options = untrack(|| self.images.target.with(|target| self.places.sources(target)));
        let reason = options.into_iter().find(|option| option.id == name).and_then(|option| option.reason);
        let error = if name.is_empty() { Some("Choose a datacenter.".to_owned()) } else { reason };
        let fine = error.is_none();
        self.datacenter.update(|field| field.error = error);
        fine
    }

    fn check_id(self) -> bool {
        let (_, id) = untrack(|| self.values());
        let finding = if id.is_empty() {
            Finding::Error("Choose an image.".to_owned())
        } else {
            untrack(|| self.images.reason(&id)).map_or_else(|| validate::uuid(&id), Finding::Error)
        };
        let fine = finding.may_be_sent();
        self.id.update(|field| finding.put(field));
        fine
    }

    /// Puts the server's complaints at their fields. What has no field here stands in the notice.
    pub fn place_errors(self, errors: &[FieldError]) {
        for error in errors {
            let field = match error.field.as_str() {
                "datacenter" => self.datacenter,
                "id" => self.id,
                _ => continue,
            };
            field.update(|field| field.error.clone_from(&error.message));
        }
    }
}
