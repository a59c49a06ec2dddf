//! What can be done about a refusal: follow the operation that is in the way, or sign in.

use image_console_core::ApiError;
use image_console_core::route::Route;
use image_console_ui::{Button, Kind};
use image_console_upstream::cloud_foundry::operation::is_busy;
use leptos::prelude::*;

use crate::pages::service_instances::instance::{Page, follow_last};
use crate::pages::sign_in::{needed, sign_in_button};
use crate::state::navigation::use_navigation;

/// The offer below a refusal; nothing where there is none to make.
pub fn offer(page: Page, refusal: Signal<Option<ApiError>>) -> AnyView {
    let navigation = use_navigation();
    let lacking = Memo::new(move |_| needed(page.connections, &page.connection()));
    let shown = move || {
        let error = refusal.get()?;
        if is_busy(&error) {
            let follow = Callback::new(move |()| {
                if let Some(id) = follow_last(page) {
                    navigation.replace(Route::Operation { id });
                }
            });
            return Some(
                view! { <Button label="Follow the running operation" kind=Kind::Primary on_press=follow /> }
                    .into_any(),
            );
        }
        let unauthorised =
            error.status == Some(401) || error.kind == image_console_core::ErrorKind::NotSigned;
        (unauthorised && lacking.get()).then(|| sign_in_button(page.connections, &page.connection()))
    };
    view! { <p class="cluster">{shown}</p> }.into_any()
}
