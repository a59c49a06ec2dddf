//! How an export ended, or that it takes its time.

use std::sync::Arc;

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_ui::{Definition, Fact, Notice, Progress, Tone, dom};
use leptos::prelude::*;

use crate::state::navigation::href;

/// What the answer brings, by the API's names.
const RESULT: [&str; 3] = ["manta_url", "image_path", "manifest_path"];

/// The copy takes its time.
#[component]
pub fn Waiting(
    /// The export.
    operation: Arc<Operation>,
) -> AnyView {
    let page = href(&Route::Operation { id: operation.id.clone() });
    view! {
        <div class="field">
            <Progress label="Exporting" value=None text="The answer comes when the copy is done." />
            <p>"You may close this: " <a href=page>"the operation's page"</a> " keeps the result."</p>
        </div>
    }
    .into_any()
}

/// Where the files are, or why that is not known. Takes the keyboard from the form it replaces.
#[component]
pub fn Outcome(
    /// The export.
    operation: Arc<Operation>,
) -> AnyView {
    let place = dom::unique_id("outcome");
    let id = place.clone();
    Effect::new(move |_| {
        let id = id.clone();
        request_animation_frame(move || {
            dom::focus(&id);
        });
    });
    let page = href(&Route::Operation { id: operation.id.clone() });
    let said = if let Status::Unknown { why, look_at } = &operation.status {
        let (why, next) = (why.clone(), format!("Look at {look_at}."));
        view! { <Notice what="How the export ended is not known" why next tone=Tone::Warn /> }.into_any()
    } else {
        let fact = |name: &'static str| {
            let value = operation.fact(name)?.to_owned();
            let copy = Signal::stored(value.clone());
            Some(view! { <Fact name mono=true copy>{value}</Fact> }.into_any())
        };
        let facts = RESULT.into_iter().filter_map(fact).collect_view();
        view! {
            <p>"The image was exported."</p>
            <Definition>{facts}</Definition>
        }
        .into_any()
    };
    view! {
        <div id=place tabindex="-1" role="group" aria-label="Outcome of the export">
            {said} <p><a href=page>"Show the operation"</a></p>
        </div>
    }
    .into_any()
}
