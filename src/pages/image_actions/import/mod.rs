//! ImportImageFromDatacenter: a copy of an own image, asked for in the datacenter it is to be in.

mod datacenters;
mod fields;
mod form;
mod source_images;

use std::sync::Arc;

use image_console_core::route::{ImagesView, Route};
use image_console_operation::{Operation, Status};
use image_console_platform::clock;
use image_console_ui::Choice;
use image_console_upstream::triton_cloudapi::form_errors::form_errors;
use image_console_upstream::triton_cloudapi::operation::{Source, Start};
use image_console_upstream::triton_cloudapi::preview::Cli;
use image_console_upstream::triton_cloudapi::{Caller, requests};
use leptos::prelude::*;

use super::shared::{
    ChoiceField, DialogStart, FormDialog, Submission, connection_choices, first_choice, preview_forms,
    show_what_is_wrong,
};
use crate::state::accounts::use_accounts;
use crate::state::announce::use_announcer;
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;
use datacenters::Places;
use fields::{DatacenterField, ImageField};
use form::{Begin, Form};

/// The dialog.
#[component]
pub fn ImportDialog(
    /// What the address says.
    view: ImagesView,
    /// Closes it.
    on_close: Callback<()>,
) -> AnyView {
    let connections = use_connections();
    let choices = Memo::new(move |_| connection_choices(connections));
    let begin = choices.with_untracked(|choices| begin(choices, &view));
    let usable = choices.with_untracked(|all| {
        all.iter().filter(|choice| choice.reason.is_none()).map(|choice| choice.id.clone()).collect()
    });
    let places = Places::ask(connections, usable);
    let form = Form::new(connections, use_accounts(), use_images(), places, begin);

    let submission = Submission::new(on_done());
    let (busy, refusal) = (submission.busy(), submission.refusal());
    Effect::new(move |_| {
        if let Some(error) = refusal.get() {
            form.place_errors(&form_errors(&error));
        }
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
        let (datacenter, id) = untrack(|| form.values());
        let listed = untrack(|| form.images.find(&id)).unwrap_or_default();
        let caller = Caller::from(&connected.connection);
        let at = clock::now();
        let start = Start { id: submission.id(), connection: &connected.connection.id, caller: &caller, at };
        let image = Source { id: &id, name: &listed.name, version: &listed.version };
        let (operation, request) = start.import(&datacenter, &image);
        submission.send(operation, request);
    });
    let forms = Memo::new(move |_| {
        let Some(connected) = form.connected() else { return Vec::new() };
        let (datacenter, id) = form.values();
        let connection = &connected.connection;
        let request = requests::import_image_from_datacenter(&Caller::from(connection), &datacenter, &id);
        let here = form.places.name_of(&connection.id);
        let command = Cli { connection: &connection.name }.import(&datacenter, here.as_deref(), &id);
        preview_forms(connections, &connected, &request, command)
    });
    view! {
        <FormDialog
            title="Import image from datacenter"
            lede="Copies an image of your own from another datacenter of the same cloud. The copy keeps id, \
            published_at and every other field; the images it is based on come along."
            verb="Import image"
            dirty=form.dirty()
            busy
            refusal
            failed="The image was not imported"
            reason=form.not_possible()
            forms
            on_close
            on_submit
        >
            <ChoiceField
                label="Connection"
                field=form.target
                options=choices
                hint="Where the image will be copied to. It is asked to fetch it."
            />
            <DatacenterField form />
            <ImageField form />
        </FormDialog>
    }
    .into_any()
}

/// `from` is the image's own place, so the target is another connection.
fn begin(choices: &[Choice], view: &ImagesView) -> Begin {
    let DialogStart { connection: source, resource } = DialogStart::of(view, choices);
    let others: Vec<Choice> =
        choices.iter().filter(|choice| Some(&choice.id) != source.as_ref()).cloned().collect();
    Begin {
        target: first_choice(&others, None, view),
        source,
        id: resource.unwrap_or_default(),
        whole: view.filters.iter().all(|(name, value)| name == "state" && value == "all"),
    }
}

/// To the image when it has arrived, else to the operation that waits for it.
fn on_done() -> Callback<Arc<Operation>> {
    let (navigation, announcer) = (use_navigation(), use_announcer());
    Callback::new(move |operation: Arc<Operation>| {
        let resource = &operation.resource;
        let (route, what) = match (&resource.id, &operation.status) {
            (Some(id), Status::Succeeded) => {
                (Route::image(&resource.connection, id), "was imported. This is its page.")
            }
            _ => (
                Route::Operation { id: operation.id.clone() },
                "is being imported. This is the page of the operation.",
            ),
        };
        announcer.say(format!("{} {what}", resource.name));
        navigation.replace(route);
    })
}
