//! The dialogs over a service instance, each with an address of its own.

mod backup;
mod busy;
mod preview;
mod restore;

use image_console_core::route::{InstanceAction, Route};
use image_console_operation::Operation;
use leptos::prelude::*;
use std::sync::Arc;

use super::instance::Page;
use crate::state::navigation::{Navigation, use_navigation};

/// The backup that was chosen in the list before the dialog opens. In the page's context.
#[derive(Clone, Copy)]
pub struct Chosen(pub RwSignal<Option<String>>);

/// The dialog that the address names, once there is an instance to do something to.
pub fn dialogs(page: Page) -> AnyView {
    let navigation = use_navigation();
    let action = Memo::new(move |_| {
        navigation.route.with(|route| match route {
            Route::ServiceInstance { action, .. } => *action,
            _ => None,
        })
    });
    let known = Memo::new(move |_| page.instance.with(Option::is_some));
    let open = Memo::new(move |_| action.get().filter(|_| known.get()));
    let dialog = move || match open.get() {
        None => ().into_any(),
        Some(InstanceAction::Backup) => backup::dialog(page),
        Some(InstanceAction::Restore) => restore::dialog(page),
    };
    dialog.into_any()
}

/// Closes the dialog; the page stays.
fn close(page: Page, navigation: Navigation) -> Callback<()> {
    Callback::new(move |()| {
        let (connection, guid) = (page.connection(), page.guid());
        navigation.go(Route::ServiceInstance { connection, guid, action: None });
    })
}

/// What was started goes on at its own address. Back does not open the dialog again.
fn go_to_operation(navigation: Navigation) -> Callback<Arc<Operation>> {
    Callback::new(move |operation: Arc<Operation>| {
        navigation.replace(Route::Operation { id: operation.id.clone() });
    })
}
