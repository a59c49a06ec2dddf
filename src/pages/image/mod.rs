//! One image: every field as it came, where it comes from, what was made of it, what happened to
//! it, and what can be done with it.

mod acl;
mod activity;
mod answer;
mod content;
mod dependents;
mod extra;
mod failed;
pub mod field;
mod files;
mod follow;
mod head;
mod json;
mod oci;
mod origin;
mod overview;
mod page;
pub mod pretty;
mod requirements;
mod tags;
mod trouble;

use image_console_core::config;
use image_console_core::route::Route;
use image_console_ui::el::el;
use image_console_ui::{Button, Empty, Kind, LinkButton, Skeleton};
use leptos::prelude::*;

use crate::pages::image_actions::{ImageDialogs, OciImageDialogs};
use crate::state::image::Loaded;
use crate::state::navigation::href;
use page::Page;

/// The page of one image.
#[component]
pub fn ImagePage(connection: String, id: String) -> AnyView {
    let page = Page::open(connection.clone(), id);
    let there = Memo::new(move |_| page.connected.with(Option::is_some));
    let main = move || if there.get() { image(page, &connection) } else { no_connection(&connection) };
    view! {
        {head::header(page)}
        {main}
    }
    .into_any()
}

fn image(page: Page, connection: &str) -> AnyView {
    let content = move || match page.image.get().as_deref() {
        Some(Loaded::Triton(loaded)) => content::content(page, loaded),
        Some(Loaded::Oci(loaded)) => oci::content(page, loaded),
        None if page.query.loading.get() => reading(page),
        None if page.query.error.with(Option::is_none) => given_up(page),
        None => ().into_any(),
    };
    let busy = move || page.query.loading.get().then(|| "true".to_owned());
    let main = el("div").bind("aria-busy", busy).dynamic(content);
    view! {
        {trouble::notice(page)}
        {main}
        {dialogs(page, connection)}
    }
    .into_any()
}

/// The dialogs of the connection's API.
fn dialogs(page: Page, connection: &str) -> AnyView {
    let (connection, error) = (connection.to_owned(), page.query.error);
    let on_changed = Callback::new(move |()| page.reload());
    if untrack(|| page.kind()) == Some(config::Kind::Oci) {
        let loaded = Signal::derive(move || page.query.value.with(|v| v.as_ref()?.oci()));
        view! { <OciImageDialogs connection loaded error on_changed /> }.into_any()
    } else {
        let loaded = Signal::derive(move || page.query.value.with(|v| v.as_ref()?.triton()));
        view! { <ImageDialogs connection loaded error on_changed /> }.into_any()
    }
}

fn reading(page: Page) -> AnyView {
    let on_press = Callback::new(move |()| page.query.cancel());
    view! {
        <p class="toolbar">
            <span class="muted">"The image is being read."</span>
            <Button label="Cancel" kind=Kind::Quiet on_press />
        </p>
        <Skeleton rows=8 />
    }
    .into_any()
}

fn given_up(page: Page) -> AnyView {
    let on_press = Callback::new(move |()| page.reload());
    view! {
        <Empty title="The image was not read" next="The request was given up before the answer came.">
            <Button label="Read it" on_press />
        </Empty>
    }
    .into_any()
}

fn no_connection(connection: &str) -> AnyView {
    view! {
        <Empty
            title=format!("This browser has no connection called {connection}")
            next="The address may come from somebody who has it, or it was removed here. Add a connection with this id, and the image can be read."
        >
            <LinkButton label="Connections" kind=Kind::Primary href=href(&Route::Connections { edit: None }) />
            <LinkButton label="All images" href=href(&Route::default()) />
        </Empty>
    }
    .into_any()
}
