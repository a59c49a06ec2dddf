//! DeleteImage: cannot be undone, so the image's name is typed, below the list of what was made
//! from it.

use std::sync::Arc;

use image_console_catalogue::catalogue::Activity;
use image_console_core::form::Field;
use image_console_core::format;
use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_ui::field::TextField;
use image_console_ui::{Button, Glyph, Kind};
use image_console_upstream::triton_cloudapi::requests;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::action_dialog::ActionDialog;
use super::shared::{Submission, dependents, show_what_is_wrong};
use super::subject::Subject;
use crate::state::connections::use_connections;
use crate::state::images::{everything, use_images};
use crate::state::navigation::{href, use_navigation};

/// The most dependents shown; one is enough to keep the image.
const SHOWN: usize = 50;

/// The dialog.
#[component]
pub fn DeleteDialog(
    /// The image.
    subject: Subject,
) -> AnyView {
    let (connections, navigation) = (use_connections(), use_navigation());
    let on_done = Callback::new(move |operation: Arc<Operation>| {
        navigation.replace(match operation.status {
            Status::Succeeded => Route::default(),
            _ => Route::Operation { id: operation.id.clone() },
        });
    });
    let submission = Submission::new(on_done);

    let now = subject.now();
    let name = now.image.name.text().filter(|name| !name.trim().is_empty());
    let what = if name.is_some() { "name" } else { "id" };
    let wanted = name.unwrap_or(&subject.id).to_owned();
    let label = format!("Type the image's {what} to confirm: {wanted}");
    let confirm = RwSignal::new(Field::default());
    let rule = {
        let wanted = wanted.clone();
        move |typed: &str| {
            if typed.trim() == wanted.trim() {
                Ok(())
            } else {
                Err(format!("Type {wanted}, exactly as it is written."))
            }
        }
    };
    let check = Callback::new(move |()| confirm.try_update(|field| field.check(&rule)).unwrap_or_default());
    let on_blur = Callback::new(move |()| {
        if confirm.try_with_untracked(|field| !field.value.is_empty()) == Some(true) {
            check.run(());
        }
    });
    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| {
            if !check.run(()) {
                show_what_is_wrong(String::new());
                return;
            }
            let (operation, request) = subject.start(submission.id(), &|start, image| start.delete(image));
            submission.send(operation, request);
        })
    };
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            let request = requests::delete_image(&subject.caller(), &subject.id);
            subject.forms(connections, &request, subject.cli().delete(&subject.id))
        })
    };
    let title = format!("Delete {}", subject.label());
    let lede =
        format!("Removes the image from {} for good. This cannot be undone.", subject.connection().name);
    view! {
        <ActionDialog
            subject=subject.clone()
            action=Action::DeleteImage
            title
            lede
            verb="Delete image"
            kind=Kind::DangerSolid
            busy=submission.busy()
            refusal=submission.refusal()
            failed="The image was not deleted"
            forms
            on_submit
        >
            <Dependents subject />
            <TextField label field=confirm mono=true autofocus=true on_blur />
        </ActionDialog>
    }
    .into_any()
}

/// What was made from the image, and how much of that can be told from here.
#[component]
fn Dependents(subject: Subject) -> AnyView {
    let images = use_images();
    let connection = StoredValue::new(subject.connection().id.clone());
    let place = subject.connection().name.clone();
    let docker = subject.now().image.type_.text() == Some("docker");
    let id = subject.id;
    let found = Memo::new(move |_| connection.with_value(|connection| dependents(images, connection, &id)));
    let whole = Memo::new(move |_| connection.with_value(|c| images.is_everything(c)));
    let arriving = Signal::derive(move || {
        connection.with_value(|connection| {
            images.with(|catalogue| {
                let source = catalogue.find_source(connection).and_then(|s| catalogue.source(s));
                source.is_some_and(|source| matches!(source.activity(), Activity::Loading { .. }))
            })
        })
    });
    let list = move || {
        let found = found.get();
        let count = found.len();
        (count > 0).then(|| {
            let link = |(id, name): (String, String)| {
                let to = Route::image(connection.get_value(), id);
                view! { <li><a href=href(&to)>{name}</a></li> }.into_any()
            };
            let more = count.saturating_sub(SHOWN);
            view! {
                <h3>{format!("Made from this one: {}", format::plural(count as u64, "image"))}</h3>
                <ul class="link-list">{found.into_iter().take(SHOWN).map(link).collect_view()}</ul>
                {(more > 0).then(|| format!("and {} more", format::count(more as u64)))}
            }
            .into_any()
        })
    };
    // What is not in the list cannot be counted; the server counts it all the same.
    let extent = move || {
        let none = found.with(Vec::is_empty);
        if docker {
            "Lists leave docker images out, so those that were made from this one do not show here."
                .to_owned()
        } else if !whole.get() {
            let there = if none { "there may be some" } else { "there may be more" };
            format!(
                "The images of {place} were not read in full here, so {there} that were made from this one."
            )
        } else if none {
            format!("No image that {place} lists was made from this one.")
        } else {
            String::new()
        }
    };
    let read = Callback::new(move |()| {
        images.ask(&everything());
        // Asked already, but it failed or came from the local copy.
        if !untrack(|| arriving.get()) {
            connection.with_value(|connection| images.reload(connection));
        }
    });
    let offer = move || {
        (!whole.get() && !docker).then(|| {
            view! {
                <Button label="Read the whole list" icon=Glyph::Refresh busy=arriving on_press=read />
            }
            .into_any()
        })
    };
    view! {
        <div class="field">
            {list} <p>{extent}</p> {offer}
            <p class="muted">
                "Private images of other accounts do not show. If one of them was made from this image, the server refuses."
            </p>
        </div>
    }
    .into_any()
}
