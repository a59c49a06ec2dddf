//! What stands on the page of a resource that has not been read.

use image_console_core::route::Route;
use image_console_ui::{Button, Empty, Kind, LinkButton, Skeleton};
use leptos::prelude::*;

use crate::state::navigation::href;

/// It is on its way, and can be given up.
pub fn reading(what: &'static str, on_cancel: Callback<()>) -> AnyView {
    view! {
        <p class="toolbar">
            <span class="muted">{format!("The {what} is being read.")}</span>
            <Button label="Cancel" kind=Kind::Quiet on_press=on_cancel />
        </p>
        <Skeleton rows=8 />
    }
    .into_any()
}

/// Nobody asks for it any more.
pub fn given_up(what: &'static str, on_read: Callback<()>) -> AnyView {
    view! {
        <Empty
            title=format!("The {what} was not read")
            next="The request was given up before the answer came."
        >
            <Button label="Read it" on_press=on_read />
        </Empty>
    }
    .into_any()
}

/// The address names a connection that is not there; `all` is where the others are.
pub fn no_connection(connection: &str, what: &'static str, all: Route) -> AnyView {
    let next = format!(
        "The address may come from somebody who has it, or it was removed here. Add a connection with this \
         id, and the {what} can be read."
    );
    view! {
        <Empty title=format!("This browser has no connection called {connection}") next>
            <LinkButton label="Connections" kind=Kind::Primary href=href(&Route::Connections { edit: None }) />
            <LinkButton label=format!("All {what}s") href=href(&all) />
        </Empty>
    }
    .into_any()
}
