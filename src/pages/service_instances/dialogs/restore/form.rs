//! What is chosen and typed, and what is wrong with it.

use image_console_core::form::Field;
use image_console_operation::Status;
use image_console_platform::clock;
use image_console_ui::field::TextField;
use image_console_upstream::cloud_foundry::operation::restore_values;
use image_console_upstream::cloud_foundry::requests::{Restore, RestoreFrom};
use image_console_upstream::cloud_foundry::validate;
use leptos::prelude::*;

use super::source::Source;
use crate::pages::service_instances::dialogs::Chosen;
use crate::pages::service_instances::instance::Page;

/// The data of this instance itself.
pub const THIS: &str = "this";
/// The data of another one.
pub const OTHER: &str = "other";
/// As a backup holds it.
pub const BACKUP: &str = "backup";
/// As it was at an instant.
pub const POINT: &str = "point";

/// The fields. Copy: hand it to any view.
#[derive(Clone, Copy)]
pub struct Form {
    /// [`THIS`] or [`OTHER`].
    pub whose: RwSignal<Field>,
    /// [`BACKUP`] or [`POINT`].
    pub state: RwSignal<Field>,
    /// The guid of the other instance.
    pub source: RwSignal<Field>,
    /// The id of the backup.
    pub backup: RwSignal<Field>,
    /// The instant.
    pub point: RwSignal<Field>,
    /// The instance's name, typed.
    pub confirm: RwSignal<Field>,
    /// What has to be typed to confirm.
    wanted: StoredValue<String>,
    has_name: bool,
    /// What was filled in when the dialog opened: source, backup, instant.
    given: StoredValue<[String; 3]>,
    /// Whether that comes from a restore that failed.
    pub from_failed: bool,
}

/// The values of the last operation of this instance from here, when that is a restore that failed.
fn last_failed(page: Page) -> Option<Restore> {
    page.operations.with_untracked(|all| {
        let last = all.first().filter(|operation| operation.status == Status::Failed)?;
        restore_values(last)
    })
}

impl Form {
    /// Filled in with the backup that was chosen in the list, or as the restore that failed last.
    pub fn new(page: Page) -> Self {
        let chosen = use_context::<Chosen>().and_then(|chosen| chosen.0.try_update(Option::take).flatten());
        let given = chosen.unwrap_or_default();
        let name = page
            .instance
            .with_untracked(|i| i.as_ref().and_then(|i| i.instance.name.text().map(str::to_owned)))
            .filter(|name| !name.trim().is_empty());
        let failed = if given.is_empty() { last_failed(page) } else { None };
        let text = |text: Option<String>| RwSignal::new(Field::with(text.unwrap_or_default()));
        let (backup, point) = match failed.as_ref().map(|restore| &restore.from) {
            Some(RestoreFrom::Backup(id)) => (id.clone(), None),
            Some(RestoreFrom::PointInTime(at)) => (String::new(), Some(at.rfc3339())),
            None => (given, None),
        };
        let state = if point.is_some() { POINT } else { BACKUP };
        let source = failed.as_ref().and_then(|restore| restore.source_service_instance_guid.clone());
        Self {
            whose: RwSignal::new(Field::with(if source.is_some() { OTHER } else { THIS })),
            state: RwSignal::new(Field::with(state)),
            source: text(source.clone()),
            backup: text(Some(backup.clone())),
            point: text(point.clone()),
            confirm: text(None),
            has_name: name.is_some(),
            wanted: StoredValue::new(name.unwrap_or_else(|| page.guid())),
            given: StoredValue::new([source.unwrap_or_default(), backup, point.unwrap_or_default()]),
            from_failed: failed.is_some(),
        }
    }

    /// Whether it is the data of this instance, with subscription.
    pub fn is_from_this(self) -> bool {
        self.whose.with(|field| field.value != OTHER)
    }

    /// Whether it is a backup, with subscription.
    pub fn is_by_backup(self) -> bool {
        self.state.with(|field| field.value != POINT)
    }

    /// Whether anything was typed or chosen, with subscription.
    pub fn is_dirty(self) -> bool {
        let now = [self.source, self.backup, self.point].map(|field| field.with(|f| f.value.clone()));
        self.given.with_value(|given| *given != now) || self.confirm.with(|field| !field.value.is_empty())
    }

    /// The fields that are in use.
    fn used(self) -> Vec<RwSignal<Field>> {
        let source = (!untrack(|| self.is_from_this())).then_some(self.source);
        let what = if untrack(|| self.is_by_backup()) { self.backup } else { self.point };
        source.into_iter().chain([what, self.confirm]).collect()
    }

    fn rule(self, of: RwSignal<Field>, typed: &str) -> Result<(), String> {
        if of == self.source {
            if typed.trim().is_empty() {
                return Err("Choose an instance, or type the guid of a deleted one.".to_owned());
            }
            validate::guid(typed).map(drop)
        } else if of == self.backup {
            if typed.trim().is_empty() {
                return Err("Choose a backup.".to_owned());
            }
            validate::backup_id(typed).map(drop)
        } else if of == self.point {
            validate::target_timestamp(typed, clock::now()).map(drop)
        } else {
            let wanted = self.wanted.get_value();
            if typed.trim() == wanted.trim() {
                Ok(())
            } else {
                Err(format!("Type {wanted}, exactly as it is written."))
            }
        }
    }

    /// Checks a field that was left, when something stands in it. What was said about that value before,
    /// be it by the API, stays.
    pub fn on_blur(self, field: RwSignal<Field>) -> Callback<()> {
        Callback::new(move |()| {
            if field.try_with_untracked(|f| !f.value.is_empty() && f.error.is_none()) == Some(true) {
                let _ = field.try_update(|f| f.check(|typed| self.rule(field, typed)));
            }
        })
    }

    /// Checks all fields that are in use; what they say when all pass.
    pub fn check(self) -> Option<Restore> {
        let mut fine = true;
        for field in self.used() {
            let mut passed = false;
            field.update(|f| passed = f.check(|typed| self.rule(field, typed)));
            fine &= passed;
        }
        if fine { untrack(|| self.typed()) } else { None }
    }

    /// The restore as it is typed, with subscription; nothing while it says nothing that could be sent.
    pub fn typed(self) -> Option<Restore> {
        let text = |field: RwSignal<Field>| field.with(|field| field.value.clone());
        let from = if self.is_by_backup() {
            RestoreFrom::Backup(validate::backup_id(&text(self.backup)).ok()?)
        } else {
            RestoreFrom::PointInTime(validate::target_timestamp(&text(self.point), clock::now()).ok()?)
        };
        let source = if self.is_from_this() { None } else { Some(validate::guid(&text(self.source)).ok()?) };
        Some(Restore { from, source_service_instance_guid: source })
    }

    /// What is asked for to confirm.
    pub fn confirm_label(self) -> String {
        let what = if self.has_name { "name" } else { "guid" };
        format!("Type the instance's {what} to confirm: {}", self.wanted.get_value())
    }

    /// The instant.
    pub fn point_field(self, source: Source) -> AnyView {
        let hint = Signal::derive(move || {
            let first =
                source.first_backup().map(|at| format!(" The first backup is of {}.", at.day_and_time()));
            format!(
                "Date and time with its offset, for example 2024-03-05T09:00:00Z.{}",
                first.unwrap_or_default()
            )
        });
        view! {
            <TextField
                label="target_timestamp"
                field=self.point
                mono=true
                hint
                on_blur=self.on_blur(self.point)
            />
        }
        .into_any()
    }
}
