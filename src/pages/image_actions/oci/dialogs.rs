//! The dialogs that are opened from an image of Oracle Cloud: export and restore.

use std::sync::Arc;

use image_console_core::ApiError;
use image_console_core::config::Kind;
use image_console_core::route::{ImageAction, Route};
use image_console_ui::{Dialog, Skeleton};
use leptos::prelude::*;

use super::export::ExportDialog;
use super::restore::RestoreDialog;
use super::subject::Subject;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;
use crate::state::connections::use_connections;
use crate::state::image::LoadedOci;
use crate::state::navigation::use_navigation;

/// The dialog that the address names, if any.
#[component]
pub fn OciImageDialogs(
    /// The connection's id.
    connection: String,
    /// The image as it was read last.
    #[prop(into)]
    loaded: Signal<Option<Arc<LoadedOci>>>,
    /// Why it could not be read, when so.
    #[prop(into, optional)]
    error: Signal<Option<ApiError>>,
    /// Reads the image anew.
    on_changed: Callback<()>,
) -> AnyView {
    let (navigation, connections) = (use_navigation(), use_connections());
    // This page is about one image: when the address names another, it is about to go.
    let id = navigation.route.with_untracked(|route| match route {
        Route::Image { id, .. } => id.clone(),
        _ => String::new(),
    });
    let page = Route::image(connection.clone(), id.clone());
    let action = {
        let page = page.clone();
        Memo::new(move |_| {
            navigation.route.with(|route| {
                let Route::Image { connection, id, action } = route else { return None };
                (Route::image(connection.clone(), id.clone()) == page).then_some(*action).flatten()
            })
        })
    };
    let on_close = Callback::new(move |()| navigation.go(page.clone()));
    // Only whether it is there: a fresh reading must not throw away what is being typed.
    let there = Memo::new(move |_| loaded.with(Option::is_some));
    let dialog = move || {
        let action = action.get()?;
        let title = match action {
            ImageAction::Export => "Export image",
            ImageAction::Restore => "Restore container image",
            // These are calls of other APIs.
            ImageAction::Update | ImageAction::Clone | ImageAction::Delete => return None,
        };
        // Without a connection the page itself says what is missing.
        let connected = connections.peek(&connection)?;
        let Some(first) = there.get().then(|| loaded.get_untracked()).flatten() else {
            return Some(view! { <Reading title error on_close on_changed /> }.into_any());
        };
        let loaded = Signal::derive(move || loaded.get().unwrap_or_else(|| Arc::clone(&first)));
        let subject = Subject { connected, id: id.clone(), loaded, on_close };
        Some(match action {
            ImageAction::Restore => view! { <RestoreDialog subject /> }.into_any(),
            _ => view! { <ExportDialog subject /> }.into_any(),
        })
    };
    dialog.into_any()
}

/// The image is not there yet, or could not be read.
#[component]
fn Reading(
    title: &'static str,
    error: Signal<Option<ApiError>>,
    on_close: Callback<()>,
    on_changed: Callback<()>,
) -> AnyView {
    let body = move || match error.get() {
        Some(error) => {
            let what = "The image could not be read";
            view! { <Failure what error whose=Whose::Api(Kind::Oci) on_retry=on_changed /> }.into_any()
        }
        None => view! {
            <p aria-busy="true">"The image is being read…"</p>
            <Skeleton rows=3 />
        }
        .into_any(),
    };
    view! {
        <Dialog title=title.to_owned() on_close>
            {body}
        </Dialog>
    }
    .into_any()
}
