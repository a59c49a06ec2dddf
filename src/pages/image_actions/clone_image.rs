//! CloneImage: a copy of an image that another account shared with the caller. It has no inputs.

use std::sync::Arc;

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_upstream::triton_cloudapi::requests;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::action_dialog::ActionDialog;
use super::shared::{Submission, known};
use super::subject::Subject;
use crate::state::accounts::use_accounts;
use crate::state::connections::use_connections;
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;

/// The dialog.
#[component]
pub fn CloneDialog(
    /// The image.
    subject: Subject,
) -> AnyView {
    let (connections, navigation) = (use_connections(), use_navigation());
    let (accounts, images) = (use_accounts(), use_images());
    let on_done = Callback::new(move |operation: Arc<Operation>| {
        let resource = &operation.resource;
        navigation.replace(match (&operation.status, &resource.id) {
            (Status::Succeeded, Some(id)) => Route::image(resource.connection.clone(), id.clone()),
            _ => Route::Operation { id: operation.id.clone() },
        });
    });
    let submission = Submission::new(on_done);
    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| {
            let (operation, request) = subject.start(submission.id(), &|start, image| {
                let known = untrack(|| known(accounts, images, start.connection, image.name, image.version));
                start.clone_image(image, known)
            });
            submission.send(operation, request);
        })
    };
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            let request = requests::clone_image(&subject.caller(), &subject.id);
            subject.forms(connections, &request, subject.cli().clone_image(&subject.id))
        })
    };
    let title = format!("Clone {}", subject.label());
    let lede = format!("Makes a copy on {} that belongs to you.", subject.connection().name);
    view! {
        <ActionDialog
            subject
            action=Action::CloneImage
            title
            lede
            verb="Clone image"
            busy=submission.busy()
            refusal=submission.refusal()
            failed="The image was not cloned"
            forms
            on_submit
        >
            <ul class="bullets">
                <li>"The copy gets an id of its own, and your account becomes its owner."</li>
                <li>"Its ACL is empty: nobody else may use it until you add them. All other fields are kept."</li>
                <li>
                    "The images it was made from are copied with it, as disabled ones, unless they belong to the operator."
                </li>
                <li>"The owner of this image must have added your account to its ACL; that it is public is not enough."</li>
            </ul>
        </ActionDialog>
    }
    .into_any()
}
