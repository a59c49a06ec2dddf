//! RestoreContainerImage: brings back an image that was deleted within the last 48 hours. The answer
//! is the restored image, and the dialog shows it when it comes in time.

mod outcome;
mod taken;
mod window;

use std::sync::Arc;

use image_console_core::Request;
use image_console_core::form::Field;
use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_platform::clock;
use image_console_ui::field::TextField;
use image_console_upstream::finding::Finding;
use image_console_upstream::oci::Guard;
use image_console_upstream::oci::form_errors::form_errors;
use image_console_upstream::oci_artifacts::operation::{Source, Start};
use image_console_upstream::oci_artifacts::{preview, requests, rules, validate};
use leptos::prelude::*;

use super::frame::ImageDialog;
use super::intent::Intent;
use super::subject::{Subject, guarded, text};
use crate::pages::explanations::Whose;
use crate::pages::image_actions::shared::show_what_is_wrong;
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;
use crate::state::operations::use_operations;
use outcome::Outcome;
use taken::Taken;
use window::Window;

/// The dialog.
#[component]
pub fn RestoreDialog(
    /// The image.
    subject: Subject,
) -> AnyView {
    let (connections, operations, navigation) = (use_connections(), use_operations(), use_navigation());
    let slow = RwSignal::new(false);
    let outcome = RwSignal::new(None::<Arc<Operation>>);
    let on_done = Callback::new(move |operation: Arc<Operation>| match operation.status {
        Status::Submitting => {
            // The dialog goes on waiting, and will show a refusal itself.
            let _ = operations.attended.try_set(Some(operation.id.clone()));
            let _ = slow.try_set(true);
        }
        Status::Succeeded => {
            if outcome.with_untracked(|old| old.as_ref().is_none_or(|old| !Arc::ptr_eq(old, &operation))) {
                outcome.set(Some(operation));
            }
        }
        _ => navigation.replace(Route::Operation { id: operation.id.clone() }),
    });
    let intent = Intent::new(&subject, on_done);
    let ended = Memo::new(move |_| outcome.with(Option::is_some));
    let field = RwSignal::new(Field::default());
    let taken = Taken::new(&subject);
    let refusal = intent.submission.refusal();
    Effect::new(move |_| {
        let Some(error) = refusal.get() else { return };
        let named = form_errors(&error, &["version"]).into_iter().next().and_then(|c| c.message);
        // This one names no field, and where a version was given it is most likely about that.
        let taken = error.code.as_deref() == Some("Conflict") && untrack(|| version(field)).is_some();
        if let Some(message) = named.or_else(|| taken.then(|| error.message.clone())) {
            field.update(|field| field.error = Some(message));
        }
    });
    let find = move || {
        let version = field.with_untracked(|field| field.value.trim().to_owned());
        match validate::version(&version) {
            Finding::Fine => taken.warning(&version).map_or(Finding::Fine, Finding::Warning),
            finding => finding,
        }
    };
    let on_blur = Callback::new(move |()| {
        let silent = field.try_with_untracked(|f| f.error.is_none() && f.warning.is_none());
        if silent == Some(true) {
            let finding = find();
            let _ = field.try_update(|field| finding.put(field));
        }
    });
    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| {
            let finding = find();
            let may = finding.may_be_sent();
            field.update(|field| finding.put(field));
            if !may {
                show_what_is_wrong(String::new());
                return;
            }
            slow.set(false);
            let (operation, request) = untrack(|| start(&subject, intent, version(field).as_deref()));
            intent.decided();
            intent.submission.send(operation, request);
        })
    };
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            let (token, etag, version) = (intent.submission.token(), intent.if_match(), version(field));
            let guard = Guard { if_match: etag.as_deref(), retry_token: Some(&token) };
            let request = requests::restore_image(&subject.id, version.as_deref(), guard);
            subject.forms(connections, &request, |cli| {
                preview::restore_image(cli, &subject.id, version.as_deref(), guard)
            })
        })
    };
    let busy = intent.submission.busy();
    let dirty = Signal::derive(move || version(field).is_some() && !ended.get());
    let title = format!("Restore {}", subject.label());
    let body = {
        let subject = subject.clone();
        move || {
            if let Some(operation) = outcome.get() {
                return view! { <Outcome operation /> }.into_any();
            }
            view! {
                <Window subject=subject.clone() intent />
                <div inert=busy>
                    <TextField
                        label="version"
                        field
                        optional=true
                        mono=true
                        autofocus=true
                        hint=taken.hint(&subject)
                        suggestions=taken.suggestions(&subject)
                        on_blur
                    />
                    <p class="field muted">{move || guarded(intent.if_match())}</p>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <ImageDialog
            subject
            intent
            rule=rules::restore_image
            title
            lede="Makes the deleted image AVAILABLE again. Digest, layers and pull count come back as they were."
            verb="Restore image"
            failed="The image was not restored"
            whose=Whose::RestoreContainerImage
            dirty
            slow
            ended
            forms
            on_submit
        >
            {body}
        </ImageDialog>
    }
    .into_any()
}

/// The version to attach, with subscription; nothing when none was typed.
fn version(field: RwSignal<Field>) -> Option<String> {
    field.with(|field| field.given().map(str::to_owned))
}

fn start(subject: &Subject, intent: Intent, version: Option<&str>) -> (Operation, Request) {
    let (token, etag) = (intent.submission.token(), intent.if_match());
    let name = intent.seen.with(|seen| text(seen, "displayName")).unwrap_or_default();
    let start = Start {
        id: intent.submission.id(),
        connection: &subject.connection().id,
        retry_token: &token,
        if_match: etag.as_deref(),
        at: clock::now(),
    };
    start.restore(&Source { id: &subject.id, name: &name }, version)
}
