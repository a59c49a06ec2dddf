//! One upload: how far it is in chunks and in each data centre, how fast, and every field as it came.

mod center;
mod centers;
mod facts;
mod following;
mod head;
mod json;
mod page;
mod progress;
mod trouble;

use image_console_core::route::{Route, UploadsView};
use image_console_ui::el::el;
use image_console_ui::{Button, Empty, Kind, LinkButton, Skeleton};
use leptos::prelude::*;

use crate::state::navigation::href;
use page::Page;

/// The page of one upload.
#[component]
pub fn UploadPage(connection: String, id: String) -> AnyView {
    let page = Page::open(connection.clone(), id);
    let there = Memo::new(move |_| page.connected.with(Option::is_some));
    let main = move || if there.get() { upload(page) } else { no_connection(&connection) };
    view! {
        {head::header(page)}
        {main}
    }
    .into_any()
}

fn upload(page: Page) -> AnyView {
    let read = Memo::new(move |_| page.upload.with(Option::is_some));
    let loading = page.query.loading;
    let given_up =
        move || !read.get() && !loading.get() && page.query.error.with(Option::is_none) && !page.unsigned();
    let main = el("div")
        .flag("aria-busy", "true", move || loading.get())
        .when(move || read.get(), move || content(page))
        .when(move || !read.get() && loading.get(), move || reading(page))
        .when(given_up, move || stopped(page));
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
        el("div").class("stack").view(following::card(page)).view(json::answer(page)).view(json::card(page));
    el("div").class("with-aside").child(main).child(aside).into_any()
}

fn reading(page: Page) -> AnyView {
    let on_press = Callback::new(move |()| page.query.cancel());
    view! {
        <p class="toolbar">
            <span class="muted">"The upload is being read."</span>
            <Button label="Cancel" kind=Kind::Quiet on_press />
        </p>
        <Skeleton rows=8 />
    }
    .into_any()
}

fn stopped(page: Page) -> AnyView {
    let on_press = Callback::new(move |()| page.reload());
    view! {
        <Empty title="The upload was not read" next="The request was given up before the answer came.">
            <Button label="Read it" on_press />
        </Empty>
    }
    .into_any()
}

fn no_connection(connection: &str) -> AnyView {
    view! {
        <Empty
            title=format!("This browser has no connection called {connection}")
            next="The address may come from somebody who has it, or it was removed here. Add a connection with this id, and the upload can be read and followed."
        >
            <LinkButton label="Connections" kind=Kind::Primary href=href(&Route::Connections { edit: None }) />
            <LinkButton label="All uploads" href=href(&Route::Uploads(UploadsView::default())) />
        </Empty>
    }
    .into_any()
}
