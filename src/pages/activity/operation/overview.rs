//! The record's own fields: times, polls, what it is about, what is asked.

use image_console_core::time::{Timestamp, duration};
use image_console_operation::{Operation, Status};
use image_console_ui::{Card, CopyButton, Definition, Fact, SourceTag};
use image_console_upstream::{cloud_foundry, oracle_marketplace};
use leptos::prelude::*;
use serde_json::Value;

use super::{Record, image_state};
use crate::pages::activity::job::read;
use crate::pages::activity::resource::resource_link;
use crate::pages::activity::summary::sent_again;
use crate::state::connections::use_connections;

/// One line: its name, what it says, and whether it can be copied.
type Line = (&'static str, fn(&Operation, Timestamp) -> String, bool);

const LINES: [Line; 14] = [
    ("status", |o, _| status(o), false),
    ("elapsed", |o, now| duration(o.elapsed(now)), false),
    ("started", |o, _| o.started.day_and_time(), false),
    ("ended", |o, _| at(o.ended, "not yet"), false),
    ("action", |o, _| o.action.clone(), false),
    ("requests sent", |o, _| o.attempts.to_string(), false),
    ("polls", |o, _| polls(o), false),
    ("last poll", |o, _| at(o.polls.last, "none yet"), false),
    ("next poll", next, false),
    ("followed until", |o, _| at(o.polls.until, "not set"), false),
    ("outcome seen", |o, _| at(o.seen, "not yet"), false),
    ("asks about", |o, _| address(o), true),
    ("upstream", |o, _| o.upstream.clone(), false),
    ("operation id", |o, _| o.id.clone(), true),
];

/// The card.
pub fn card(record: Record, now: Signal<Timestamp>) -> AnyView {
    let connections = use_connections();
    let resource = Memo::new(move |_| read(record, |o| Some((o.resource.clone(), o.status.is_ended()))));
    let link = move || {
        resource.track();
        record.with_untracked(|o| o.as_deref().map(resource_link))
    };
    let kind = read(record, |o| o.resource.kind.clone());
    let resource_id = Signal::derive(move || {
        resource.with(|r| r.as_ref().and_then(|(r, _)| r.id.clone())).unwrap_or_default()
    });
    let kind_of = kind.clone();
    let id = move || match resource_id.get() {
        id if id.is_empty() => view! { <span class="muted">"not known yet"</span> }.into_any(),
        id => {
            let label = format!("Copy {kind_of} id");
            let text = id.clone();
            view! { {id} " " <CopyButton text label icon_only=true /> }.into_any()
        }
    };
    let lives_on = Signal::derive(move || {
        resource.with(|r| r.as_ref().map(|(r, _)| connections.name(&r.connection)).unwrap_or_default())
    });
    let lines = LINES.into_iter().map(move |(name, say, copied)| {
        let text = Signal::derive(move || read(record, |o| say(o, now.get())));
        if copied {
            view! { <Fact name mono=true copy=text>{text}</Fact> }.into_any()
        } else {
            view! { <Fact name>{text}</Fact> }.into_any()
        }
    });
    view! {
        <Card title="Overview">
            <Definition>
                <Fact name=kind.clone()><p>{link} " " <SourceTag name=lives_on /></p></Fact>
                <Fact name=format!("{kind} id") mono=true>{id}</Fact>
                {image_state::fact(record, now)}
                {lines.collect_view()}
            </Definition>
        </Card>
    }
    .into_any()
}

fn at(instant: Option<Timestamp>, otherwise: &str) -> String {
    instant.map_or_else(|| otherwise.to_owned(), Timestamp::day_and_time)
}

fn status(operation: &Operation) -> String {
    let word = match &operation.status {
        Status::Submitting => "submitting",
        Status::Running { .. } => "running",
        Status::Succeeded => "succeeded",
        Status::Failed => "failed",
        Status::Unknown { .. } => "unknown",
    };
    match operation.state() {
        "" => word.to_owned(),
        state => format!("{word}; the API says {state}"),
    }
}

fn polls(operation: &Operation) -> String {
    let polls = &operation.polls;
    match polls.errors {
        0 => polls.count.to_string(),
        errors => format!("{}, the last {errors} failed", polls.count),
    }
}

/// When the next poll is wanted. Nobody polls while the page is hidden or offline, so it may come
/// later than said here.
fn next(operation: &Operation, now: Timestamp) -> String {
    let polls = &operation.polls;
    if operation.status.is_ended() {
        return "none: it is not followed any more".to_owned();
    }
    if let Some(again) = sent_again(operation, now) {
        return again;
    }
    match polls.due.max(polls.not_before) {
        None => "not planned while the request is on its way".to_owned(),
        Some(due) if due <= now => "due now".to_owned(),
        Some(due) if polls.not_before == Some(due) => {
            format!("in {}, as the server asked (Retry-After)", duration(due.since(now)))
        }
        Some(due) => format!("in {}", duration(due.since(now))),
    }
}

fn address(operation: &Operation) -> String {
    if operation.upstream == oracle_marketplace::operation::UPSTREAM
        && let Some(id) = oracle_marketplace::operation::text(&operation.address)
    {
        return format!("uploadRequestId {id}");
    }
    if operation.upstream == cloud_foundry::operation::UPSTREAM
        && let Some(text) = cloud_foundry::operation::text(&operation.address)
    {
        let (job, instance) = text.split_once(',').unwrap_or((&text, ""));
        return if job.is_empty() { format!("service instance {instance}") } else { format!("job {job}") };
    }
    match &operation.address {
        Value::Null => "what its request named".to_owned(),
        address => address.to_string(),
    }
}
