//! The dialogs that are opened from an image: update, clone, export, delete.

use std::sync::Arc;

use image_console_core::ApiError;
use image_console_core::route::{ImageAction, Route};
use image_console_ui::{Dialog, Skeleton};
use leptos::prelude::*;

use super::clone_image::CloneDialog;
use super::delete::DeleteDialog;
use super::export::ExportDialog;
use super::subject::Subject;
use super::update::{ImageUpdate, LeftOver, UpdateDialog};
use crate::pages::failure::Failure;
use crate::state::connections::use_connections;
use crate::state::image::LoadedImage;
use crate::state::navigation::use_navigation;

/// The dialog that the address names, if any.
#[component]
pub fn ImageDialogs(
    /// The connection's id.
    connection: String,
    /// The image as it was read last.
    #[prop(into)]
    loaded: Signal<Option<Arc<LoadedImage>>>,
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
    let update = ImageUpdate::new(on_changed);

    let dialog = move || {
        let action = action.get()?;
        // Without a connection the page itself says what is missing.
        let connected = connections.peek(&connection)?;
        let Some(first) = there.get().then(|| loaded.get_untracked()).flatten() else {
            return Some(view! { <Waiting action error on_close on_changed /> }.into_any());
        };
        let loaded = Signal::derive(move || loaded.get().unwrap_or_else(|| Arc::clone(&first)));
        let subject = Subject { connected, id: id.clone(), loaded, on_close };
        Some(match action {
            ImageAction::Update => view! { <UpdateDialog subject update /> }.into_any(),
            ImageAction::Clone => view! { <CloneDialog subject /> }.into_any(),
            ImageAction::Export => view! { <ExportDialog subject /> }.into_any(),
            ImageAction::Delete => view! { <DeleteDialog subject /> }.into_any(),
            // A call of another API.
            ImageAction::Restore => return None,
        })
    };
    view! {
        <LeftOver update />
        {dialog}
    }
    .into_any()
}

/// The image is not there yet, or could not be read.
#[component]
fn Waiting(
    action: ImageAction,
    error: Signal<Option<ApiError>>,
    on_close: Callback<()>,
    on_changed: Callback<()>,
) -> AnyView {
    let title = match action {
        ImageAction::Update => "Update image",
        ImageAction::Clone => "Clone image",
        ImageAction::Export => "Export image",
        ImageAction::Delete => "Delete image",
        ImageAction::Restore => "Restore image",
    };
    let body = move || match error.get() {
        Some(error) => {
            view! { <Failure what="The image could not be read" error on_retry=on_changed /> }.into_any()
        }
        None => view! {
            <p aria-busy="true">"The image is being read…"</p>
            <Skeleton rows=3 />
        }
        .into_any(),
    };
    view! {
        <Dialog title on_close>
            {body}
        </Dialog>
    }
    .into_any()
}
