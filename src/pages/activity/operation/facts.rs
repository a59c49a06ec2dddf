//! What was learned on the way, by the API's own names, and how single parts are doing.

use image_console_operation::{Part, Progress};
use image_console_ui::{Card, Definition, Fact, Progress as Bar, Status, Tone};
use leptos::prelude::*;

use super::Record;
use crate::pages::activity::job::read;

/// The facts, each with Copy; nothing while there are none.
pub fn facts(record: Record) -> AnyView {
    let facts = Memo::new(move |_| read(record, |o| o.facts.clone()));
    let card = move || {
        let facts: Vec<_> = facts.get().into_iter().filter(|fact| !is_logged(&fact.label)).collect();
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

/// What the work itself wrote down, line by line: `log 1 5 Mar 2024, …`, `error 2`.
pub fn log(record: Record) -> AnyView {
    let lines = Memo::new(move |_| {
        read(record, |o| o.facts.iter().filter(|fact| is_logged(&fact.label)).cloned().collect::<Vec<_>>())
    });
    let card = move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| {
            let lines =
                lines.into_iter().map(|line| view! { <Fact name=line.label>{line.value}</Fact> }.into_any());
            view! {
                <Card title="Log and errors of the work request">
                    <Definition>{lines.collect_view()}</Definition>
                </Card>
            }
        })
    };
    card.into_any()
}

fn is_logged(label: &str) -> bool {
    let number = label.strip_prefix("log ").or_else(|| label.strip_prefix("error "));
    number.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
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
    let said: Vec<String> = part.facts.iter().map(|fact| format!("{}: {}", fact.label, fact.value)).collect();
    let text = part.progress.as_ref().map(far).unwrap_or_default();
    let label = format!("How far it is: {}", part.name);
    let bar = part.progress.and_then(|far| Some((far.done, far.total?))).map(|value| {
        let value = Signal::stored(Some(value));
        view! { <Bar label value text=text.clone() /> }.into_any()
    });
    // Without a total there is no bar to stand beside.
    let bar = bar.unwrap_or_else(|| view! { <span class="muted">{text}</span> }.into_any());
    view! {
        <Fact name=part.name>
            <Status word=part.state tone=Tone::Muted /> {bar} <span class="muted">{said.join(" · ")}</span>
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
