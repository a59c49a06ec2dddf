//! A failed call as a notice: what failed, why in plain words, what to do, then the upstream's own
//! words with Copy.

use image_console_core::ApiError;
use image_console_ui::el::el;
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::explanations::{self, Whose};

/// One failed call. The upstream's own words stand at once; the explanation is read when something
/// fails for the first time.
#[component]
pub fn Failure(
    /// What was attempted, e.g. `us-east-1 did not list its images`.
    #[prop(into)]
    what: String,
    /// The error.
    error: ApiError,
    /// Whose error it is; told by the error itself when not given.
    #[prop(optional)]
    whose: Whose,
    /// Offers to try again.
    #[prop(into, optional)]
    on_retry: Option<Callback<()>>,
    /// Offers to dismiss it.
    #[prop(into, optional)]
    on_dismiss: Option<Callback<()>>,
) -> AnyView {
    let explained = RwSignal::new(None);
    let waiting = RwSignal::new(true);
    let details = error_details(&error);
    spawn_local(async move {
        let _ = explained.try_set(explanations::of(error, whose).await);
        let _ = waiting.try_set(false);
    });
    let notice = move || {
        let (why, next) = explained.get().unwrap_or_default();
        let (what, details) = (what.clone(), details.clone());
        match (on_retry, on_dismiss) {
            (Some(on_retry), _) => {
                view! { <Notice what why next tone=Tone::Bad details on_retry /> }.into_any()
            }
            (None, Some(on_dismiss)) => {
                view! { <Notice what why next tone=Tone::Bad details on_dismiss /> }.into_any()
            }
            (None, None) => view! { <Notice what why next tone=Tone::Bad details /> }.into_any(),
        }
    };
    el("div")
        .class("failure")
        .bind("aria-busy", move || waiting.get().then(|| "true".to_owned()))
        .dynamic(notice)
        .into_any()
}
