//! The dialog of UpdateImage.

use image_console_ui::dom;
use image_console_upstream::triton_cloudapi::requests;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::conflicts::Conflicts;
use super::lost::AfterLoss;
use super::state::{ImageUpdate, Phase, words};
use crate::pages::image_actions::action_dialog::ActionDialog;
use crate::pages::image_actions::shared::ManifestFields;
use crate::pages::image_actions::subject::Subject;

/// The dialog.
#[component]
pub fn UpdateDialog(
    /// The image.
    subject: Subject,
    /// The update; it outlives the dialog.
    update: ImageUpdate,
) -> AnyView {
    update.begin(&subject.now().image);
    on_cleanup(move || update.closed());

    let phase = update.phase;
    let busy = Signal::derive(move || phase.with(|phase| *phase == Phase::Sending));
    let refusal = Signal::derive(move || match phase.get() {
        Phase::Refused(error) | Phase::NotRead(error) => Some(error),
        Phase::Lost(lost) => Some(lost.error),
        _ => None,
    });
    let decide = dom::unique_id("decide");
    let place = decide.clone();
    Effect::new(move |_| {
        if phase.with(|phase| *phase == Phase::Conflict) {
            let place = place.clone();
            request_animation_frame(move || {
                dom::focus(&place);
            });
        }
    });
    let failed = Signal::derive(move || phase.with(|phase| words(phase).to_owned()));
    let changed = update.manifest.dirty();
    let merged = Memo::new(move |_| update.merged());
    let blocked = Signal::derive(move || {
        let open = merged.with(|merged| merged.conflicts.len());
        if open > 0 {
            "Decide first which values are to stand.".to_owned()
        } else if !changed.get() {
            "Nothing has been changed yet.".to_owned()
        } else {
            String::new()
        }
    });
    let forms = {
        let subject = subject.clone();
        Signal::derive(move || {
            merged.with(|merged| {
                let request = requests::update_image(&subject.caller(), &subject.id, &merged.changes);
                let command = update.theirs.with(|theirs| {
                    update.base.with(|base| {
                        let now = theirs.as_ref().unwrap_or(base);
                        subject.cli().update(&subject.id, now, &merged.changes)
                    })
                });
                subject.forms(update.connections, &request, command)
            })
        })
    };
    let on_submit = {
        let subject = subject.clone();
        Callback::new(move |()| update.submit(subject.clone()))
    };
    let title = format!("Update {}", subject.label());
    let after = {
        let subject = subject.clone();
        move || view! { <AfterLoss update subject=subject.clone() /> }
    };
    view! {
        <ActionDialog
            subject
            action=Action::UpdateImage
            title
            lede="Only what you change is sent. The image is read again just before, so that nobody's change is lost."
            verb="Update image"
            wide=true
            dirty=changed
            busy
            refusal
            failed
            after
            blocked
            forms
            on_submit
        >
            <div id=decide class="refusal" tabindex="-1">
                <Conflicts update />
            </div>
            <div inert=busy>
                <ManifestFields manifest=update.manifest autofocus=true />
            </div>
        </ActionDialog>
    }
    .into_any()
}
