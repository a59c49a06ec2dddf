//! One image: every field as it came, where it comes from, what was made of it, what happened to
//! it, and what can be done with it.

mod acl;
mod activity;
mod answer;
mod content;
mod dependents;
mod extra;
mod failed;
mod files;
mod follow;
mod head;
mod oci;
mod origin;
mod overview;
mod page;
mod requirements;
mod tags;
mod trouble;

use image_console_core::config;
use image_console_core::route::Route;
use image_console_ui::el::el;
use leptos::prelude::*;

use crate::pages::image_actions::{ImageDialogs, OciImageDialogs};
use crate::pages::resource::{given_up, no_connection, reading};
use crate::state::image::Loaded;
use page::Page;

/// What this is the page of.
const IMAGE: &str = "image";

/// The page of one image.
#[component]
pub fn ImagePage(connection: String, id: String) -> AnyView {
    let page = Page::open(connection.clone(), id);
    let there = Memo::new(move |_| page.connected.with(Option::is_some));
    let main = move || {
        if there.get() {
            image(page, &connection)
        } else {
            no_connection(&connection, IMAGE, Route::default())
        }
    };
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
        None if page.query.loading.get() => reading(IMAGE, Callback::new(move |()| page.query.cancel())),
        None if page.query.error.with(Option::is_none) => {
            given_up(IMAGE, Callback::new(move |()| page.reload()))
        }
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
