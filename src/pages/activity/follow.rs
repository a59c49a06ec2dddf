//! A job that was started on another device, named by a link: followed from here on. The link carries
//! no more than the job's address, so what can be shown is what the API tells.

use image_console_core::route::{ActivityView, FollowView, Route};
use image_console_operation::Event;
use image_console_platform::{clock, random};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Card, Empty, LinkButton, Skeleton};
use leptos::prelude::*;

use super::link::{found, link_of};
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// Follows what the link names and goes to its page; or says why it cannot.
#[must_use]
pub fn follow_page(link: FollowView) -> AnyView {
    let (operations, connections, navigation) = (use_operations(), use_connections(), use_navigation());
    let wanted = link.clone();
    // Made once, so that it is one operation however often this runs.
    let new_id = random::uuid_v4().unwrap_or_default();
    let begun = Memo::new(move |_| {
        if !operations.loaded.get() {
            return None;
        }
        let known = operations
            .list
            .with(|list| list.iter().find(|o| link_of(o).as_ref() == Some(&wanted)).map(|o| o.id.clone()));
        let connected = connections.get(&wanted.connection);
        Some(known.or_else(|| {
            let kind = connected?.connection.kind();
            let operation = found(&new_id, kind, &wanted, clock::now()).filter(|o| !o.id.is_empty())?;
            let id = operation.id.clone();
            untrack(|| operations.tell(Event::Adopt(Box::new(operation))));
            Some(id)
        }))
    });
    Effect::new(move |_| {
        if let Some(Some(id)) = begun.get() {
            navigation.replace(Route::Operation { id });
        }
    });
    let body = move || match begun.get() {
        Some(None) => cannot(&link),
        _ => view! { <Skeleton rows=6 /> }.into_any(),
    };
    view! {
        <PageHeader title="Follow a job" crumbs=vec![(
            href(&Route::Activity(ActivityView::default())),
            "Activity".to_owned(),
        )] />
        {body}
    }
    .into_any()
}

/// Why nothing is followed. A connection has another id where a user added it by hand, so the others
/// that could have the job are offered.
fn cannot(link: &FollowView) -> AnyView {
    let connections = use_connections();
    let here = connections.get(&link.connection).is_some();
    let list = connections.list.get();
    let elsewhere = list.iter().filter(|connected| {
        !here && {
            let link = FollowView { connection: connected.connection.id.clone(), ..link.clone() };
            found("?", connected.connection.kind(), &link, clock::now()).is_some()
        }
    });
    let choices: Vec<_> = elsewhere
        .map(|connected| {
            let connection = connected.connection.id.clone();
            let address = href(&Route::Follow(FollowView { connection, ..link.clone() }));
            view! { <LinkButton label=format!("Follow on {}", connected.connection.name) href=address /> }
        })
        .collect();
    let (title, next) = match (here, choices.is_empty()) {
        (true, _) => (
            "This link names nothing that can be followed".to_owned(),
            "It may have been cut off on the way. Ask for it again, or look for the job on its own page.",
        ),
        (false, true) => (
            format!("The connection {} is not set up in this browser", link.connection),
            "Add it, then open the link again.",
        ),
        (false, false) => (
            format!("The connection {} is not set up in this browser", link.connection),
            "Connections have other names on other devices. Choose the one that leads to the same place.",
        ),
    };
    let (action, job) = (link.action.clone(), link.job.clone());
    view! {
        <Empty title next>
            {choices}
            <LinkButton label="Connections" href=href(&Route::Connections { edit: None }) />
        </Empty>
        <Card title="The link names">
            <p class="card-note">{action} " " <code>{job}</code></p>
        </Card>
    }
    .into_any()
}
