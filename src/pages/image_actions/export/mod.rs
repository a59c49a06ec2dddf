//! ExportImage: writes the image and its manifest to Manta. The answer is the end of it, so the
//! dialog shows it when it comes in time; the operation's page keeps it.

mod names;
mod outcome;
mod path;

use std::sync::Arc;

use image_console_operation::Operation;
use image_console_ui::field::TextField;
use image_console_upstream::triton_cloudapi::rules::Action;
use image_console_upstream::triton_cloudapi::{form_errors, requests};
use leptos::prelude::*;

use super::action_dialog::ActionDialog;
use super::shared::Submission;
use super::subject::Subject;
use crate::state::connections::use_connections;
use crate::state::operations::use_operations;
use names::FileNames;
use outcome::{Outcome, Waiting};
use path::MantaPath;

/// The dialog.
#[component]
pub fn ExportDialog(
    /// The image.
    subject: Subject,
) -> AnyView {
    let (connections, operations) = (use_connections(), use_operations());
    let path = MantaPath::new(&subject);

    let outcome = RwSignal::new(None::<Arc<Operation>>);
    let on_done = Callback::new(move |operation: Arc<Operation>| {
        if !operation.status.is_ended() {
            // The dialog goes on waiting, and will show a failure itself.
            let _ = operations.attended.try_set(Some(operation.id.clone()));
        }
        if outcome.with_untracked(|old| old.as_ref().is_none_or(|old| !Arc::ptr_eq(old, &operation))) {
            outcome.set(Some(operation));
        }
    });
    let submission = Submission::new(on_done);
    let (busy, refusal) = (submission.busy(), submission.refusal());
    let ended = Memo::new(move |_| outcome.with(|o| o.as_ref().is_some_and(|o| o.status.is_ended())));
    Effect::new(move |_| {
        let Some(error) = refusal.get() else { return };
        let complaint = form_errors::form_errors(&error).into_iter().find(|e| e.field == "manta_path");
        if let Some(complaint) = complaint {
            path.field.update(|field| field.error = complaint.message);
        }
    });

    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| {
            let Some(value) = path.checked(&subject) else { return };
            outcome.set(None);
            let (operation, request) =
                subject.start(submission.id(), &|start, image| start.export(image, &value));
            submission.send(operation, request);
        })
    };
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            let path = path.typed.get();
            let request = requests::export_image(&subject.caller(), &subject.id, &path);
            subject.forms(connections, &request, subject.cli().export(&subject.id, &path))
        })
    };
    let dirty = Signal::derive(move || path.changed() && !ended.get());
    let title = format!("Export {}", subject.label());
    let hint = path.hint(&subject);
    let names = path.names(&subject);
    let body = move || {
        if ended.get() {
            let operation = outcome.get_untracked();
            return operation.map(|operation| view! { <Outcome operation /> }).into_any();
        }
        let waiting =
            move || outcome.get().filter(|_| busy.get()).map(|operation| view! { <Waiting operation /> });
        view! {
            <div inert=busy>
                <TextField
                    label="manta_path"
                    field=path.field
                    hint
                    mono=true
                    autofocus=true
                    on_blur=path.on_blur()
                />
            </div>
            <FileNames names />
            {waiting}
        }
        .into_any()
    };
    view! {
        <ActionDialog
            subject
            action=Action::ExportImage
            title
            lede="Copies the image file and its manifest to Manta. The image itself stays as it is."
            verb="Export image"
            dirty
            busy
            refusal
            failed="The image was not exported"
            ended
            forms
            on_submit
        >
            {body}
        </ActionDialog>
    }
    .into_any()
}
