//! Restore (cloud-foundry-v3.md §4.3): overwrites the data of the instance, so its name is typed.

mod backup_field;
mod form;
mod refused;
mod source;

use image_console_core::config::Kind as Api;
use image_console_platform::clock;
use image_console_ui::field::{RadioField, TextField};
use image_console_ui::{Choice, Kind, Notice, Tone};
use image_console_upstream::cloud_foundry::operation::{Instance, Start};
use image_console_upstream::cloud_foundry::requests;
use image_console_upstream::cloud_foundry::rules::Action;
use leptos::prelude::*;

use super::{busy, close, go_to_operation, preview};
use crate::pages::explanations::Whose;
use crate::pages::image_actions::shared::{FormDialog, Submission, show_what_is_wrong};
use crate::pages::service_instances::instance::Page;
use crate::state::navigation::use_navigation;
use form::{BACKUP, Form, OTHER, POINT, THIS};
use source::Source;

/// The dialog.
pub fn dialog(page: Page) -> AnyView {
    let navigation = use_navigation();
    let submission = Submission::new(go_to_operation(navigation));
    let refusal = submission.refusal();
    let busy = submission.busy();
    let form = Form::new(page);
    let source = Source::new(page, form);
    refused::mark(form, refusal);
    let reason = Signal::derive(move || page.reason(Action::RestoreServiceInstance));
    let on_submit = Callback::new(move |()| {
        let Some(restore) = form.check() else {
            show_what_is_wrong(String::new());
            return;
        };
        let Some(loaded) = page.instance.get_untracked() else { return };
        let (id, connection) = (submission.id(), page.connection());
        let start = Start { id, connection: &connection, api: &loaded.api, at: clock::now() };
        let (operation, request) = start.restore(&Instance::from(&loaded.instance), &restore);
        submission.send(operation, request);
    });
    let forms = Signal::derive(move || match form.typed() {
        Some(restore) => preview::forms(page, &requests::restore(&page.guid(), &restore)),
        // What is not chosen yet cannot be shown.
        None => Vec::new(),
    });
    let not_allowed = move || {
        let why = reason.get();
        (!why.is_empty() && !busy.get()).then(|| {
            view! { <Notice what="This is not possible with this instance" why tone=Tone::Warn /> }.into_any()
        })
    };
    let title = Signal::derive(move || format!("Restore {}", page.name()));
    let lede = Signal::derive(move || {
        format!("Overwrites the data of {} with older data. What was written since is lost.", page.name())
    });
    let of_this = Memo::new(move |_| form.is_from_this());
    let by_backup = Memo::new(move |_| form.is_by_backup());
    let whose = vec![Choice::new(THIS, "This instance"), Choice::new(OTHER, "Another instance")];
    let state = vec![Choice::new(BACKUP, "A backup"), Choice::new(POINT, "A point in time")];
    let what = move || {
        if by_backup.get() { backup_field::field(form, source) } else { form.point_field(source) }
    };
    let fields = view! {
        {form.from_failed.then(|| view! { <p class="field muted">"Filled in as the restore that failed last."</p> })}
        <div inert=busy>
            <RadioField
                label="Take the data of"
                field=form.whose
                options=whose
                hint="Another instance may also be one that has been deleted."
            />
            <Show when=move || !of_this.get()>{source.field()}</Show>
            <RadioField label="As it was in" field=form.state options=state />
            {what}
            <TextField
                label=form.confirm_label()
                field=form.confirm
                mono=true
                on_blur=form.on_blur(form.confirm)
            />
        </div>
    };
    view! {
        <FormDialog
            title
            lede
            verb="Restore"
            kind=Kind::DangerSolid
            wide=false
            dirty=Signal::derive(move || form.is_dirty())
            busy
            refusal
            failed="The restore was not started"
            whose=Whose::Api(Api::CloudFoundry)
            after=move || busy::offer(page, refusal)
            reason
            forms
            on_close=close(page, navigation)
            on_submit
        >
            {not_allowed}
            {fields}
        </FormDialog>
    }
    .into_any()
}
