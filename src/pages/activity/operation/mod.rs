//! One operation: everything that is remembered of it, and what can be done about it.

mod actions;
mod facts;
mod image_state;
mod outcome;
mod overview;
mod repeat;
mod request;
mod timeline;

use std::sync::Arc;

use image_console_core::route::{ActivityView, Route};
use image_console_operation::{Event, Operation};
use image_console_platform::title as page_title;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Empty, LinkButton, Skeleton, Status};
use leptos::prelude::*;

use super::job::read;
use super::now::now_while;
use super::words::title;
use crate::pages::words::operation_status;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// The record as it stands; `None` when there is none here.
pub(super) type Record = Memo<Option<Arc<Operation>>>;

/// The page of one operation.
#[component]
pub fn OperationPage(id: String) -> AnyView {
    let operations = use_operations();
    let record: Record = {
        let id = id.clone();
        Memo::new(move |_| operations.get(&id))
    };
    let there = Memo::new(move |_| record.with(Option::is_some));
    mark_seen(record);
    name_the_page(record);
    let page = move || match (there.get(), operations.loaded.get()) {
        (true, _) => known(record),
        (false, true) => not_here(&id),
        (false, false) => view! { <Skeleton rows=6 /> }.into_any(),
    };
    page.into_any()
}

fn known(record: Record) -> AnyView {
    let connections = use_connections();
    let running = Memo::new(move |_| read(record, |o| !o.status.is_ended()));
    let now = now_while(running);
    let heading = Signal::derive(move || read(record, |o| title(o).to_owned()));
    let detail = Signal::derive(move || read(record, |o| o.resource.name.clone()));
    let about = Signal::derive(move || read(record, |o| connections.name(&o.connection)));
    let status = Memo::new(move |_| read(record, operation_status));
    let mark = move || {
        let word = Signal::derive(move || status.get().1);
        view! { <Status word tone=Signal::derive(move || status.get().0) /> }.into_any()
    };
    let (buttons, below) = actions::actions(record);
    view! {
        <PageHeader title=heading detail mark about crumbs=crumbs()>
            {buttons}
        </PageHeader>
        {below}
        {outcome::notices(record, now)}
        <div class="with-aside">
            <div class="stack">
                {overview::card(record, now)}
                {facts::facts(record)}
                {facts::parts(record)}
                {facts::log(record)}
                {timeline::card(record)}
            </div>
            <div class="stack">{request::card(record)}</div>
        </div>
    }
    .into_any()
}

fn crumbs() -> Vec<(String, String)> {
    vec![(href(&Route::Activity(ActivityView::default())), "Activity".to_owned())]
}

fn not_here(id: &str) -> AnyView {
    view! {
        <PageHeader title="Operation" detail=id.to_owned() crumbs=crumbs() />
        <Empty
            title="This browser knows no such operation"
            next="Operations are remembered in the browser that started them. This one was started in another browser or profile, or its record was removed. What it was about can still be looked up among the images."
        >
            <LinkButton label="All operations" href=href(&Route::Activity(ActivityView::default())) />
            <LinkButton label="All images" href=href(&Route::default()) />
        </Empty>
    }
    .into_any()
}

/// An outcome that is on screen has been seen.
fn mark_seen(record: Record) {
    let operations = use_operations();
    Effect::new(move |_| {
        let unseen = read(record, |o| (o.status.is_ended() && o.seen.is_none()).then(|| o.id.clone()));
        if let Some(id) = unseen {
            operations.tell(Event::Seen(id));
        }
    });
}

fn name_the_page(record: Record) {
    let navigation = use_navigation();
    let name = Memo::new(move |_| read(record, |o| format!("{} {}", title(o), o.resource.name)));
    Effect::new(move |_| {
        // The frame names each new address too; the fuller name comes after it, unless the user
        // has left already.
        let name = name.get();
        let id = read(record, |o| o.id.clone());
        let here = navigation.route.with(|route| matches!(route, Route::Operation { id: i } if *i == id));
        if here && !name.is_empty() {
            page_title::set(&format!("{name} · Image Console"));
        }
    });
}
