//! One upload: how far it is in chunks and in each data centre, how fast, and every field as it came.

mod answer;
mod center;
mod centers;
mod facts;
mod following;
mod head;
mod page;
mod progress;
mod trouble;

use image_console_core::route::{Route, UploadsView};
use image_console_ui::el::el;
use leptos::prelude::*;

use crate::pages::resource::{given_up, json, no_connection, reading};
use page::Page;

/// What this is the page of.
const UPLOAD: &str = "upload";

/// The page of one upload.
#[component]
pub fn UploadPage(connection: String, id: String) -> AnyView {
    let page = Page::open(connection.clone(), id);
    let there = Memo::new(move |_| page.connected.with(Option::is_some));
    let main = move || {
        if there.get() {
            upload(page)
        } else {
            no_connection(&connection, UPLOAD, Route::Uploads(UploadsView::default()))
        }
    };
    view! {
        {head::header(page)}
        {main}
    }
    .into_any()
}

fn upload(page: Page) -> AnyView {
    let read = Memo::new(move |_| page.upload.with(Option::is_some));
    let loading = page.query.loading;
    let nobody_asks =
        move || !read.get() && !loading.get() && page.query.error.with(Option::is_none) && !page.unsigned();
    let main = el("div")
        .flag("aria-busy", "true", move || loading.get())
        .when(move || read.get(), move || content(page))
        .when(
            move || !read.get() && loading.get(),
            move || reading(UPLOAD, Callback::new(move |()| page.query.cancel())),
        )
        .when(nobody_asks, move || given_up(UPLOAD, Callback::new(move |()| page.reload())));
    view! {
        {trouble::notices(page)}
        {main}
    }
    .into_any()
}

fn content(page: Page) -> AnyView {
    let main =
        el("div").class("stack").view(progress::card(page)).view(centers::card(page)).view(facts::card(page));
    let aside =
        el("div").class("stack").view(following::card(page)).view(answer::card(page)).view(json(page));
    el("div").class("with-aside").child(main).child(aside).into_any()
}

/// The body as it came.
fn json(page: Page) -> AnyView {
    let text = move || page.upload.with(|u| u.as_ref().map(|u| u.text.clone())).unwrap_or_default();
    json::card(UPLOAD, format!("upload-{}", page.id()), Signal::derive(text))
}
