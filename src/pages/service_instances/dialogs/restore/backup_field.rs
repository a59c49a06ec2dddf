//! The backup: picked from the list of its instance, or its id typed where there is no list.

use std::sync::Arc;

use image_console_core::format;
use image_console_ui::field::{CheckboxField, TextField};
use image_console_ui::{Choice, Picker};
use image_console_upstream::cloud_foundry::model::Backup;
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use super::form::Form;
use super::source::Source;

/// `backup_id`.
pub fn field(form: Form, source: Source) -> AnyView {
    let by_hand = RwSignal::new(false);
    // A backup that was chosen in a list that does not hold it (any more) stays visible as its id.
    let listed = Memo::new(move |_| source.backups().is_some() || source.is_reading());
    let typing = Memo::new(move |_| by_hand.get() || !listed.get());
    let options = Signal::derive(move || {
        let backups = source.backups().unwrap_or_default();
        Arc::new(backups.iter().filter_map(choice).collect::<Vec<_>>())
    });
    let hint = Signal::derive(move || {
        if source.is_reading() {
            return "Reading the backups…".to_owned();
        }
        let count = options.with(|all| all.len()) as u64;
        format!("{}, the latest first.", format::plural(count, "backup"))
    });
    let on_blur = form.on_blur(form.backup);
    let control = move || {
        if typing.get() {
            let hint = Signal::derive(move || match source.error() {
                Some(error) => format!("The id of the backup. The list could not be read: {error}"),
                None => "The id of the backup, as a list has shown it.".to_owned(),
            });
            return view! { <TextField label="backup_id" field=form.backup mono=true hint on_blur /> }
                .into_any();
        }
        view! { <Picker label="backup_id" field=form.backup options hint empty=hint on_blur /> }.into_any()
    };
    view! {
        {control}
        <Show when=move || listed.get()>
            <CheckboxField label="Type the backup's id" checked=by_hand />
        </Show>
    }
    .into_any()
}

/// A backup by its time, with its id behind it.
fn choice(backup: &Lenient<Backup>) -> Option<Choice> {
    let backup = backup.value()?;
    let id = backup.id.text().filter(|id| !id.is_empty())?;
    Some(match backup.created_at.value() {
        Some(at) => Choice::new(id, at.day_and_time()).detail(id),
        None => Choice::new(id, id).detail("no time given"),
    })
}
