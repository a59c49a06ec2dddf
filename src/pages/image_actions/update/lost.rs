//! After the answer to an update was lost: what the image looks like, and looking again.

use image_console_ui::Button;
use leptos::prelude::*;

use super::state::{ImageUpdate, Phase};
use crate::pages::failure::Failure;
use crate::pages::image_actions::subject::Subject;

/// What can be done; nothing in any other phase.
#[component]
pub fn AfterLoss(
    /// The update.
    update: ImageUpdate,
    /// The image.
    subject: Subject,
) -> AnyView {
    let shown = move || {
        let Phase::Lost(lost) = update.phase.get() else { return None };
        let said = match lost.unread {
            Some(error) => view! { <Failure what="The image could not be read again" error /> }.into_any(),
            None => view! {
                <p>
                    "The image was read again: it does not have the change. The change may still be on its way."
                </p>
            }
            .into_any(),
        };
        let subject = subject.clone();
        let look = Callback::new(move |()| update.look(subject.clone()));
        Some(
            view! {
                <div class="field">
                    {said} <p>"Look again, or press Update image: that reads the image and sends what is missing."</p>
                    <Button label="Look again" on_press=look />
                </div>
            }
            .into_any(),
        )
    };
    shown.into_any()
}
