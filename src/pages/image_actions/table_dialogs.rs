//! The dialogs that are opened from the table: create and import.

use image_console_core::route::{ImagesAction, ImagesView, Route};
use leptos::prelude::*;

use super::create::CreateDialog;
use super::import::ImportDialog;
use crate::pages::parts::{Wanted, part};
use crate::state::navigation::use_navigation;

/// The dialog that the address names, if any.
#[component]
pub fn TableDialogs() -> AnyView {
    let navigation = use_navigation();
    let action = Memo::new(move |_| {
        navigation.route.with(|route| match route {
            Route::Images(view) => view.action,
            _ => None,
        })
    });
    let view = move || {
        navigation.route.with_untracked(|route| match route {
            Route::Images(view) => view.clone(),
            _ => ImagesView::default(),
        })
    };
    let on_close = Callback::new(move |()| {
        navigation.go(Route::Images(ImagesView { action: None, from: None, ..view() }));
    });
    let dialog = move || match action.get() {
        Some(action) => part(Wanted::Table { action, view: view(), on_close }),
        None => ().into_any(),
    };
    dialog.into_any()
}

/// One of them.
#[component]
pub fn TableDialog(action: ImagesAction, view: ImagesView, on_close: Callback<()>) -> AnyView {
    match action {
        ImagesAction::Create => view! { <CreateDialog view on_close /> }.into_any(),
        ImagesAction::Import => view! { <ImportDialog view on_close /> }.into_any(),
    }
}
