//! An update that came back after its dialog was closed: said on the page, with what was typed
//! still there.

use image_console_core::route::{ImageAction, Route};
use image_console_ui::show::error_details;
use image_console_ui::{Button, Notice, Tone};
use image_console_upstream::triton_cloudapi::explain::explain;
use leptos::prelude::*;

use super::state::{ImageUpdate, Phase, words};

/// The notice, when there is something to say.
#[component]
pub fn LeftOver(
    /// The update.
    update: ImageUpdate,
) -> AnyView {
    let open_again = Callback::new(move |()| {
        let now = update.navigation.route.get_untracked();
        if let Route::Image { connection, id, .. } = now {
            update.navigation.go(Route::Image { connection, id, action: Some(ImageAction::Update) });
        }
    });
    let shown = move || {
        let phase = update.phase.get();
        if update.open.get() || matches!(phase, Phase::Editing | Phase::Sending) {
            return None;
        }
        let error = match &phase {
            Phase::Refused(error) | Phase::NotRead(error) => Some(error),
            Phase::Lost(lost) => Some(&lost.error),
            _ => None,
        };
        let why = error.map(|error| explain(error).why).unwrap_or_default();
        let details = error.map(error_details).unwrap_or_default();
        let on_dismiss = Callback::new(move |()| update.give_up());
        Some(
            view! {
                <Notice
                    what=words(&phase)
                    why
                    next="What was entered is still in the form."
                    tone=Tone::Bad
                    details
                    on_dismiss
                >
                    <Button label="Open the form" on_press=open_again />
                </Notice>
            }
            .into_any(),
        )
    };
    shown.into_any()
}
