//! What was learned on the way, by the API's own names, and how single parts are doing.

use image_console_operation::{Part, Progress};
use image_console_ui::{Card, Definition, Fact, Status, Tone};
use leptos::prelude::*;

use super::Record;
use crate::pages::activity::job::read;

/// The facts, each with Copy; nothing while there are none.
pub fn facts(record: Record) -> AnyView {
    let facts = Memo::new(move |_| read(record, |o| o.facts.clone()));
    let card = move || {
        let facts = facts.get();
        (!facts.is_empty()).then(|| {
            let facts = facts.into_iter().map(|fact| {
                let value = fact.value.clone();
                view! { <Fact name=fact.label mono=true copy=value>{fact.value}</Fact> }.into_any()
            });
            view! {
                <Card title="Facts">
                    <Definition>{facts.collect_view()}</Definition>
                </Card>
            }
        })
    };
    card.into_any()
}

/// The parts, where the API reports on parts.
pub fn parts(record: Record) -> AnyView {
    let parts = Memo::new(move |_| read(record, |o| o.parts.clone()));
    let card = move || {
        let parts = parts.get();
        (!parts.is_empty()).then(|| {
            view! {
                <Card title="Parts">
                    <Definition>{parts.into_iter().map(part).collect_view()}</Definition>
                </Card>
            }
        })
    };
    card.into_any()
}

fn part(part: Part) -> AnyView {
    let mut said: Vec<String> = part.progress.as_ref().map(far).into_iter().collect();
    said.extend(part.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)));
    view! {
        <Fact name=part.name>
            <Status word=part.state tone=Tone::Muted /> " " <span class="muted">{said.join(" · ")}</span>
        </Fact>
    }
    .into_any()
}

/// `57 of 75 chunks`, `64 %`.
pub fn far(progress: &Progress) -> String {
    match progress.total {
        Some(100) if progress.unit == "%" => format!("{} %", progress.done),
        Some(total) => format!("{} of {total} {}", progress.done, progress.unit),
        None => format!("{} {}", progress.done, progress.unit),
    }
}
