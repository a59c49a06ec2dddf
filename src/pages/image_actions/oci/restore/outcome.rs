//! The restored image, as the answer has it.

use std::sync::Arc;

use image_console_core::route::Route;
use image_console_operation::Operation;
use image_console_ui::{Definition, Fact, Status, Tone, dom};
use leptos::prelude::*;

use crate::state::navigation::href;

/// What the answer brings, by the API's names.
const RESULT: [&str; 4] = ["displayName", "version", "repositoryName", "digest"];

/// What came back. Takes the keyboard from the form it replaces.
#[component]
pub fn Outcome(
    /// The restoration.
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
    let resource = &operation.resource;
    let image = href(&Route::image(&resource.connection, resource.id.as_deref().unwrap_or_default()));
    let page = href(&Route::Operation { id: operation.id.clone() });
    let fact = |name: &'static str| {
        let value = operation.fact(name)?.to_owned();
        let copy = Signal::stored(value.clone());
        Some(view! { <Fact name mono=true copy>{value}</Fact> }.into_any())
    };
    let facts = RESULT.into_iter().filter_map(fact).collect_view();
    let word = operation.state().to_owned();
    let tone = if word == "AVAILABLE" { Tone::Ok } else { Tone::Muted };
    view! {
        <div id=place tabindex="-1" role="group" aria-label="Outcome of the restoration">
            <p>"The image was restored."</p>
            <Definition>
                <Fact name="lifecycleState"><Status word tone /></Fact>
                {facts}
            </Definition>
            <p><a href=image>"Show the image"</a> " · " <a href=page>"Show the operation"</a></p>
        </div>
    }
    .into_any()
}
