//! What is filled in to create an image, and whether it may be sent.

use std::sync::Arc;

use image_console_core::FieldError;
use image_console_core::form::Field;
use image_console_upstream::triton_cloudapi::requests::NewImage;
use image_console_upstream::triton_cloudapi::update::Draft;
use image_console_upstream::triton_cloudapi::validate::{self, Finding};
use leptos::prelude::*;

use super::machines::Machines;
use crate::pages::image_actions::shared::Manifest;
use crate::state::connections::{Connected, Connections};

/// The form's state. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Form {
    connections: Connections,
    /// The id of the connection.
    pub connection: RwSignal<Field>,
    /// The UUID of the machine.
    pub machine: RwSignal<Field>,
    /// What the connection has.
    pub machines: Machines,
    /// The other fields.
    pub manifest: Manifest,
    /// The machine that the address named.
    preset: StoredValue<String>,
}

impl Form {
    /// A form that begins with these.
    #[must_use]
    pub fn new(connections: Connections, connection: String, machine: String) -> Self {
        let form = Self {
            connections,
            connection: RwSignal::new(Field::with(connection)),
            machine: RwSignal::new(Field::with(&machine)),
            machines: Machines::new(connections),
            manifest: Manifest::new(&Draft::default()),
            preset: StoredValue::new(machine),
        };
        let asked = Memo::new(move |_| form.connection.with(|field| field.value.clone()));
        Effect::new(move |before: Option<String>| {
            let connection = asked.get();
            if before.is_some_and(|before| before != connection) {
                form.machine.set(Field::default());
            }
            form.machines.ask(&connection);
            connection
        });
        form.follow_the_list();
        form
    }

    /// A machine that the address named, or that was started meanwhile, may be one that cannot be
    /// captured: that is said as soon as the list tells it, and taken back with the next one.
    fn follow_the_list(self) {
        let found = move || self.machine.with(|field| self.machines.find(field.value.trim()));
        let reason = Memo::new(move |_| found().and_then(|machine| machine.reason));
        Effect::new(move |before: Option<Option<String>>| {
            let reason = reason.get();
            let old = before.flatten();
            self.machine.update(|field| {
                if reason.is_some() || (old.is_some() && field.error == old) {
                    field.error.clone_from(&reason);
                }
            });
            reason
        });
    }

    /// The chosen connection, with subscription.
    #[must_use]
    pub fn connected(self) -> Option<Arc<Connected>> {
        self.connection.with(|field| self.connections.get(&field.value))
    }

    /// What CreateImageFromMachine is given, with subscription.
    #[must_use]
    pub fn new_image(self) -> NewImage {
        let Draft { name, version, description, homepage, eula, acl, tags } = self.manifest.values();
        let machine = self.machine.with(|field| field.value.trim().to_owned());
        NewImage { machine, name, version, description, homepage, eula, acl, tags }
    }

    /// The machine's name as shown; empty when it is not in the list.
    #[must_use]
    pub fn machine_name(self) -> String {
        let id = self.machine.with_untracked(|field| field.value.trim().to_owned());
        untrack(|| self.machines.find(&id)).map(|machine| machine.label().to_owned()).unwrap_or_default()
    }

    /// Whether closing loses something.
    #[must_use]
    pub fn dirty(self) -> Signal<bool> {
        let manifest = self.manifest.dirty();
        Signal::derive(move || {
            let machine = self.machine.with(|field| self.preset.with_value(|preset| field.value != *preset));
            machine || manifest.get()
        })
    }

    /// When `machine` loses the keyboard.
    #[must_use]
    pub fn on_machine_blur(self) -> Callback<()> {
        Callback::new(move |()| {
            let fresh = |field: &Field| field.error.is_none() && !field.value.is_empty();
            if self.machine.try_with_untracked(fresh) == Some(true) {
                self.check_machine();
            }
        })
    }

    /// Checks everything, for a submit. Returns whether it may be sent.
    pub fn check(self) -> bool {
        let connected = untrack(|| self.connected()).is_some();
        self.connection.update(|field| field.error = (!connected).then(|| "Choose a connection.".to_owned()));
        self.check_machine() & self.manifest.check() & connected
    }

    fn check_machine(self) -> bool {
        let id = self.machine.with_untracked(|field| field.value.trim().to_owned());
        let finding = if id.is_empty() {
            Finding::Error("Choose a machine.".to_owned())
        } else {
            let listed = untrack(|| self.machines.find(&id));
            listed.and_then(|machine| machine.reason).map_or_else(|| validate::uuid(&id), Finding::Error)
        };
        let fine = finding.may_be_sent();
        self.machine.update(|field| finding.put(field));
        fine
    }

    /// Puts the server's complaints at their fields. What has no field here stands in the notice.
    pub fn place_errors(self, errors: &[FieldError]) {
        let rest = self.manifest.place_errors(errors);
        if let Some(error) = rest.into_iter().find(|error| error.field == "machine") {
            self.machine.update(|field| field.error = error.message);
        }
    }
}
