//! ExportImage: writes the image to an object of Object Storage. The service takes it up at once and
//! works on it for minutes, so an accepted export goes on at the operation's page.

mod bucket;
mod destination;
mod form;
mod places;

use std::sync::Arc;

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_platform::clock;
use image_console_ui::field::RadioField;
use image_console_upstream::oci::Guard;
use image_console_upstream::oci_compute::operation::{Source, Start};
use image_console_upstream::oci_compute::{preview, requests, rules};
use leptos::prelude::*;

use super::frame::ImageDialog;
use super::intent::Intent;
use super::subject::{Subject, text};
use crate::pages::explanations::Whose;
use crate::pages::image_actions::shared::show_what_is_wrong;
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;
use crate::state::operations::use_operations;
use destination::DestinationFields;
use form::Form;

/// The dialog.
#[component]
pub fn ExportDialog(
    /// The image.
    subject: Subject,
) -> AnyView {
    let (connections, operations, navigation) = (use_connections(), use_operations(), use_navigation());
    let slow = RwSignal::new(false);
    let on_done = Callback::new(move |operation: Arc<Operation>| {
        if operation.status == Status::Submitting {
            // The dialog goes on waiting, and will show a refusal itself.
            let _ = operations.attended.try_set(Some(operation.id.clone()));
            let _ = slow.try_set(true);
        } else {
            navigation.replace(Route::Operation { id: operation.id.clone() });
        }
    });
    let intent = Intent::new(&subject, on_done);
    let form = Form::new(&subject.label(), &subject.id);
    let refusal = intent.submission.refusal();
    Effect::new(move |_| {
        if let Some(error) = refusal.get() {
            form.complain(&error);
        }
    });

    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| {
            if !form.check() {
                show_what_is_wrong(String::new());
                return;
            }
            slow.set(false);
            let (operation, request) = untrack(|| start(&subject, intent, form));
            intent.decided();
            intent.submission.send(operation, request);
        })
    };
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            let (token, etag) = (intent.submission.token(), intent.if_match());
            let guard = Guard { if_match: etag.as_deref(), retry_token: Some(&token) };
            let (destination, format) = (form.destination(), Some(form.format()));
            let request = requests::export_image(&subject.id, &destination, format, guard);
            subject.forms(connections, &request, |cli| {
                preview::export_image(cli, &subject.id, &destination, format, guard)
            })
        })
    };
    let busy = intent.submission.busy();
    let meaning = Signal::derive(move || form.format().meaning().to_owned());
    let formats = Signal::stored(Form::formats());
    let title = format!("Export {}", subject.label());
    let places = subject.clone();
    view! {
        <ImageDialog
            subject
            intent
            rule=rules::export_image
            title
            lede="Writes the image to Object Storage. The image itself stays as it is; while it is EXPORTING, it cannot be exported again."
            verb="Export image"
            failed="The image was not exported"
            whose=Whose::ExportImage
            dirty=Signal::derive(move || form.dirty())
            slow
            forms
            on_submit
        >
            <div inert=busy>
                <RadioField label="exportFormat" field=form.format options=formats hint=meaning />
                <DestinationFields form subject=places />
                <p class="field muted">{move || guarded(intent)}</p>
            </div>
        </ImageDialog>
    }
    .into_any()
}

fn start(subject: &Subject, intent: Intent, form: Form) -> (Operation, image_console_core::Request) {
    let (token, etag) = (intent.submission.token(), intent.if_match());
    let (name, compartment) =
        intent.seen.with(|seen| (text(seen, "displayName"), text(seen, "compartmentId")));
    let start = Start {
        id: intent.submission.id(),
        connection: &subject.connection().id,
        retry_token: &token,
        if_match: etag.as_deref(),
        at: clock::now(),
    };
    let source = Source {
        id: &subject.id,
        name: name.as_deref().unwrap_or_default(),
        compartment_id: compartment.as_deref().unwrap_or_default(),
    };
    start.export(&source, &form.destination(), Some(form.format()))
}

/// What keeps the request from doing harm.
fn guarded(intent: Intent) -> String {
    super::subject::guarded(intent.if_match())
}
