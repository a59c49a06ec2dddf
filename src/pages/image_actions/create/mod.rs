//! CreateImageFromMachine: from a stopped machine to a new image.

mod form;
mod machine_field;
mod machines;

use std::sync::Arc;

use image_console_core::route::{ImagesView, Route};
use image_console_operation::Operation;
use image_console_platform::clock;
use image_console_upstream::triton_cloudapi::form_errors::form_errors;
use image_console_upstream::triton_cloudapi::operation::Start;
use image_console_upstream::triton_cloudapi::preview::Cli;
use image_console_upstream::triton_cloudapi::{Caller, requests};
use leptos::prelude::*;

use super::shared::{
    ChoiceField, DialogStart, FormDialog, ManifestFields, Submission, connection_choices, first_choice,
    known, preview_forms, show_what_is_wrong,
};
use crate::state::accounts::use_accounts;
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;
use form::Form;
use machine_field::MachineField;

/// The dialog.
#[component]
pub fn CreateDialog(
    /// What the address says.
    view: ImagesView,
    /// Closes it.
    on_close: Callback<()>,
) -> AnyView {
    let (connections, images, accounts) = (use_connections(), use_images(), use_accounts());
    let choices = Memo::new(move |_| connection_choices(connections));
    let from = choices.with_untracked(|choices| DialogStart::of(&view, choices));
    let first = choices.with_untracked(|choices| first_choice(choices, from.connection.as_deref(), &view));
    let form = Form::new(connections, first, from.resource.unwrap_or_default());

    let submission = Submission::new(on_done());
    let (busy, refusal) = (submission.busy(), submission.refusal());
    Effect::new(move |_| {
        if let Some(error) = refusal.get() {
            form.place_errors(&form_errors(&error));
        }
    });
    // The account is asked for early: it makes the search for a lost answer exact.
    let connection = Signal::derive(move || form.connection.with(|field| field.value.clone()));
    Effect::new(move |_| {
        let _ = accounts.of(&connection.get());
    });

    let on_submit = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let fine = form.check();
        let Some(connected) = untrack(|| form.connected()).filter(|_| fine) else {
            show_what_is_wrong(String::new());
            return;
        };
        let image = untrack(|| form.new_image());
        let id = &connected.connection.id;
        let known = untrack(|| known(accounts, images, id, &image.name, &image.version));
        let caller = Caller::from(&connected.connection);
        let start = Start { id: submission.id(), connection: id, caller: &caller, at: clock::now() };
        let (operation, request) = start.create(&image, &form.machine_name(), known);
        submission.send(operation, request);
    });
    let forms = Memo::new(move |_| {
        let Some(connected) = form.connected() else { return Vec::new() };
        let image = form.new_image();
        let request = requests::create_image_from_machine(&Caller::from(&connected.connection), &image);
        let command = Cli { connection: &connected.connection.name }.create(&image);
        preview_forms(connections, &connected, &request, command)
    });
    view! {
        <FormDialog
            title="Create image from machine"
            lede="Captures a stopped machine. The result is an incremental image: its origin is the image the \
            machine was made from, and it needs that one."
            verb="Create image"
            dirty=form.dirty()
            busy
            refusal
            failed="The image was not created"
            forms
            on_close
            on_submit
        >
            <ChoiceField
                label="Connection"
                field=form.connection
                options=choices
                hint="Where the machine is, and the image will be."
            />
            <MachineField
                machines=form.machines
                connection
                field=form.machine
                on_blur=form.on_machine_blur()
            />
            <ManifestFields manifest=form.manifest />
        </FormDialog>
    }
    .into_any()
}

/// To the image as soon as it has an id, else to the operation that looks for it.
fn on_done() -> Callback<Arc<Operation>> {
    let (navigation, announcer) = (use_navigation(), use_announcer());
    Callback::new(move |operation: Arc<Operation>| {
        let resource = &operation.resource;
        let (route, what) = match &resource.id {
            Some(id) => (Route::image(&resource.connection, id), "is being created. This is its page."),
            None => (
                Route::Operation { id: operation.id.clone() },
                "was sent. This is the page of the operation.",
            ),
        };
        announcer.say(format!("{} {what}", resource.name));
        navigation.replace(route);
    })
}
