//! The other instance, and the backups of whichever instance the data comes from.

use std::sync::Arc;

use image_console_core::form::Field;
use image_console_core::time::Timestamp;
use image_console_core::{ApiError, format};
use image_console_ui::field::{CheckboxField, TextField};
use image_console_ui::{Choice, Picker};
use image_console_upstream::cloud_foundry::model::Backup;
use image_console_upstream::cloud_foundry::validate;
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use super::form::Form;
use crate::pages::service_instances::instance::Page;
use crate::pages::service_instances::words::named;
use crate::state::connections::Connected;
use crate::state::foundry::{instance, list};
use crate::state::query::Query;
use crate::state::react::effect;

/// What is known about where the data comes from. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Source {
    page: Page,
    form: Form,
    /// The instances to choose from.
    all: Query<Vec<Choice>>,
    /// The backups of the other instance.
    others: Query<Vec<Lenient<Backup>>>,
    by_hand: RwSignal<bool>,
}

impl Source {
    /// Reads the instances once another one is wanted, and the backups of the one that is chosen.
    pub fn new(page: Page, form: Form) -> Self {
        let this =
            Self { page, form, all: Query::new(), others: Query::new(), by_hand: RwSignal::new(false) };
        let other = Memo::new(move |_| !form.is_from_this());
        effect(move || {
            if other.get() && this.all.value.with_untracked(Option::is_none) {
                this.read_all();
            }
        });
        let guid = Memo::new(move |_| {
            let typed = form.source.with(|field| validate::guid(&field.value).ok());
            typed.filter(|_| other.get())
        });
        // A guid that is still being typed is not asked about; one that was picked is, at once.
        let left = Memo::new(move |_| {
            let guid = guid.get()?;
            let picked = this
                .all
                .value
                .with(|all| all.as_ref().is_some_and(|all| all.iter().any(|choice| choice.id == guid)));
            picked.then_some(guid)
        });
        effect(move || {
            this.others.clear();
            if let Some(guid) = left.get() {
                this.read_backups(guid);
            }
        });
        // Each backup belongs to one instance.
        let mut before = None;
        effect(move || {
            let now = guid.get();
            if before.replace(now.clone()).is_some_and(|before| before != now) {
                form.backup.set(Field::default());
            }
        });
        this
    }

    fn connected(self) -> Option<Arc<Connected>> {
        self.page.connected.get_untracked()
    }

    fn read_all(self) {
        let Some(connected) = self.connected() else { return };
        let (connections, own) = (self.page.connections, self.page.guid());
        self.all.ask(move |abort| async move {
            let found = list::all(connections, &connected, &abort).await?;
            let choice = |instance: &image_console_upstream::cloud_foundry::model::ServiceInstance| {
                let guid = instance.guid.text().filter(|guid| *guid != own)?;
                let place = &instance.place;
                let names = [
                    named(place.organization.as_ref()),
                    named(place.space.as_ref()),
                    named(place.service_offering.as_ref()),
                    Some(guid),
                ];
                let detail = names.into_iter().flatten().collect::<Vec<_>>().join(" · ");
                Some(Choice::new(guid, instance.name.text().unwrap_or(guid)).detail(detail))
            };
            Ok(found.iter().filter_map(choice).collect())
        });
    }

    fn read_backups(self, guid: String) {
        let Some(connected) = self.connected() else { return };
        let connections = self.page.connections;
        self.others.ask(move |abort| instance::backups(connections, connected, guid, abort));
    }

    /// The backups of the instance that the data comes from, with subscription.
    pub fn backups(self) -> Option<Arc<Vec<Lenient<Backup>>>> {
        if self.form.is_from_this() { self.page.backups.value.get() } else { self.others.value.get() }
    }

    /// Whether they are being read, with subscription.
    pub fn is_reading(self) -> bool {
        if self.form.is_from_this() { self.page.backups.loading.get() } else { self.others.loading.get() }
    }

    /// Why they could not be, with subscription.
    pub fn error(self) -> Option<ApiError> {
        if self.form.is_from_this() { self.page.backups.error.get() } else { self.others.error.get() }
    }

    /// When the oldest of them was made, with subscription.
    pub fn first_backup(self) -> Option<Timestamp> {
        let backups = self.backups()?;
        let times = backups.iter().filter_map(|b| b.value()?.created_at.value().copied());
        times.min_by_key(|at| at.0)
    }

    /// The other instance: picked, or its guid typed where no list has it.
    pub fn field(self) -> AnyView {
        let form = self.form;
        let failed = Memo::new(move |_| self.all.error.get().filter(|_| !self.all.loading.get()));
        let typing = Memo::new(move |_| self.by_hand.get() || failed.with(Option::is_some));
        let hint = Signal::derive(move || {
            if self.all.loading.get() {
                return "Reading the service instances…".to_owned();
            }
            let count = self.all.value.with(|all| all.as_ref().map_or(0, |all| all.len())) as u64;
            format!("{} to choose from.", format::plural(count, "other instance"))
        });
        let control = move || {
            let on_blur = form.on_blur(form.source);
            if typing.get() {
                let hint = Signal::derive(move || match failed.get() {
                    Some(error) => format!("The guid. The list could not be read: {error}"),
                    None => "The guid, as cf service NAME --guid showed it while the instance was there."
                        .to_owned(),
                });
                return view! {
                    <TextField label="source_service_instance_guid" field=form.source mono=true hint on_blur />
                }
                .into_any();
            }
            let options = Signal::derive(move || self.all.value.get().unwrap_or_default());
            view! {
                <Picker label="source_service_instance_guid" field=form.source options hint empty=hint on_blur />
            }
            .into_any()
        };
        view! {
            {control}
            <Show when=move || failed.with(Option::is_none)>
                <CheckboxField label="It has been deleted: type its guid" checked=self.by_hand />
            </Show>
        }
        .into_any()
    }
}
