//! A failed call as a notice: what failed, why in plain words, what to do, then the upstream's own
//! words with Copy.

use image_console_core::ApiError;
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use image_console_upstream::triton_cloudapi::explain;
use leptos::prelude::*;

/// One failed call.
#[component]
pub fn Failure(
    /// What was attempted, e.g. `us-east-1 did not list its images`.
    #[prop(into)]
    what: String,
    /// The error.
    error: ApiError,
    /// Offers to try again.
    #[prop(into, optional)]
    on_retry: Option<Callback<()>>,
    /// Offers to dismiss it.
    #[prop(into, optional)]
    on_dismiss: Option<Callback<()>>,
) -> AnyView {
    let explanation = explain::explain(&error);
    let details = error_details(&error);
    match (on_retry, on_dismiss) {
        (Some(on_retry), _) => view! {
            <Notice what why=explanation.why next=explanation.next tone=Tone::Bad details on_retry />
        }
        .into_any(),
        (None, Some(on_dismiss)) => view! {
            <Notice what why=explanation.why next=explanation.next tone=Tone::Bad details on_dismiss />
        }
        .into_any(),
        (None, None) => {
            view! { <Notice what why=explanation.why next=explanation.next tone=Tone::Bad details /> }
                .into_any()
        }
    }
}
