//! The image could not be read: why, and what to do. What was read before stays below.

use image_console_core::config::Kind;
use image_console_core::route::Route;
use image_console_core::{ApiError, time::Timestamp};
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use image_console_upstream::oci;
use image_console_upstream::triton_cloudapi::error::same_code;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::connections::use_connections;
use crate::state::navigation::href;

/// Whether the API itself says that there is no such image. A proxy's page with the same status
/// says nothing about images.
#[must_use]
pub fn says_gone(error: &ApiError) -> bool {
    oci::error::says_not_found(error)
        || error.status == Some(404)
            && error.code.as_deref().is_some_and(|c| same_code(c, "ResourceNotFound"))
}

/// The notice about the last reading; nothing when it went well.
pub fn notice(page: Page) -> AnyView {
    let connections = use_connections();
    let notice = move || {
        let error = page.query.error.get()?;
        let name = connections.name(&page.connection());
        let on_retry = Callback::new(move |()| page.reload());
        let kept = page
            .query
            .at
            .get_untracked()
            .map(|at| format!("What is shown below was read {}.", Timestamp::day_and_time(at)));
        if says_gone(&error) {
            return Some(gone(page, &name, &error, kept, on_retry));
        }
        let what = match kept {
            Some(_) => format!("{name}: the image could not be read anew; what was read before stays"),
            None => format!("{name}: the image could not be read"),
        };
        let whose = page.kind().map_or(Whose::Untold, Whose::Api);
        Some(view! { <Failure what error whose on_retry /> }.into_any())
    };
    notice.into_any()
}

fn gone(page: Page, name: &str, error: &ApiError, kept: Option<String>, on_retry: Callback<()>) -> AnyView {
    let details = error_details(error);
    let kept = kept.map(|text| view! { <p>{text}</p> });
    if let Some(operation) = page.deleted_by() {
        let address = href(&Route::Operation { id: operation.id.clone() });
        let why = match operation.ended {
            Some(at) => format!("It was deleted from this browser, {}.", at.day_and_time()),
            None => "It was deleted from this browser.".to_owned(),
        };
        return view! {
            <Notice what="This image was deleted" why tone=Tone::Warn details on_retry>
                {kept}
                <p><a href=address>"Show the operation"</a></p>
            </Notice>
        }
        .into_any();
    }
    let next = match page.kind() {
        Some(Kind::Oci) => {
            "Check the id, the connection's region, and whether a policy lets this user read images of its compartment."
        }
        _ => "Check the id, and whether another connection or account should be asked.",
    };
    view! {
        <Notice
            what=format!("{name} has no image {}, or does not show it", page.id())
            why="It was deleted, never existed, or is not visible to this account: the API answers all three alike."
            next
            tone=Tone::Bad
            details
            on_retry
        >
            {kept}
            <p><a href=href(&Route::default())>"All images"</a></p>
        </Notice>
    }
    .into_any()
}
