//! One service instance: every field as it came, its last operation, its backups, what may be done with
//! it, what was done from here.

mod backups;
mod cards;
mod head;
mod operation;
mod page;
mod trouble;

use image_console_core::route::{InstancesView, Route};
use image_console_ui::Skeleton;
use image_console_ui::el::el;
use leptos::prelude::*;

use super::dialogs;
use crate::pages::resource::no_connection;
pub use operation::follow_last;
pub use page::Page;

/// The page of one service instance.
#[component]
pub fn InstancePage(connection: String, guid: String) -> AnyView {
    let page = Page::open(connection.clone(), guid);
    provide_context(dialogs::Chosen(RwSignal::new(None)));
    let there = Memo::new(move |_| page.connected.with(Option::is_some));
    let main = move || {
        if there.get() {
            main(page)
        } else {
            no_connection(&connection, "service instance", Route::ServiceInstances(InstancesView::default()))
        }
    };
    view! {
        {head::header(page)}
        {main}
    }
    .into_any()
}

fn main(page: Page) -> AnyView {
    let content = move || match page.instance.get() {
        Some(loaded) => cards::cards(page, &loaded),
        None if page.query.loading.get() => view! { <Skeleton rows=8 /> }.into_any(),
        None => ().into_any(),
    };
    let busy = move || page.query.loading.get().then(|| "true".to_owned());
    let content = el("div").bind("aria-busy", busy).dynamic(content);
    view! {
        {trouble::notice(page)}
        {content}
        {dialogs::dialogs(page)}
    }
    .into_any()
}
