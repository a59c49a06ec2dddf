//! What was observed and when. Where nobody looked, the timeline says so.

use image_console_core::format;
use image_console_core::time::{Timestamp, duration};
use image_console_operation::{Observation, Timeline};
use image_console_ui::{Card, Status, Tone};
use leptos::prelude::*;

use super::Record;
use super::facts::far;
use crate::pages::activity::job::read;

/// Between two observations, in milliseconds: more than any pace leaves, so the page was closed,
/// hidden or offline.
const GAP_MS: i64 = 5 * 60_000;

/// The card.
pub fn card(record: Record) -> AnyView {
    let timeline = Memo::new(move |_| read(record, |o| o.timeline.clone()));
    let entries = move || timeline.with(entries);
    let note = move || {
        let left_out = timeline.with(|t| t.left_out);
        (left_out > 0).then(|| {
            let text = format!(
                "{} in the middle were left out to keep the list short. How it began and what was seen last is all here.",
                format::plural(left_out.into(), "line")
            );
            view! { <p class="card-note">{text}</p> }
        })
    };
    view! {
        <Card title="Timeline">
            {note}
            {entries}
        </Card>
    }
    .into_any()
}

fn entries(timeline: &Timeline) -> AnyView {
    if timeline.entries.is_empty() {
        return view! { <p class="card-note">"Nothing was observed yet."</p> }.into_any();
    }
    let mut lines = Vec::new();
    let mut before: Option<Timestamp> = None;
    for entry in &timeline.entries {
        let silence = before.map_or(0, |before| entry.first.since(before));
        if silence > GAP_MS {
            let text = format!("Nobody looked for {}", duration(silence));
            lines.push(view! { <li class="gap">{text}</li> }.into_any());
        }
        before = Some(entry.last);
        lines.push(line(entry));
    }
    view! { <ol class="timeline">{lines}</ol> }.into_any()
}

fn line(entry: &Observation) -> AnyView {
    let word = match entry.state.as_str() {
        _ if entry.missed => "no answer".to_owned(),
        "" => "no state said".to_owned(),
        state => state.to_owned(),
    };
    let tone = if entry.missed { Tone::Warn } else { Tone::Muted };
    let times = (entry.count > 1).then(|| {
        let seen = if entry.missed { "missed" } else { "seen" };
        let times = format::plural(entry.count.into(), "time");
        view! { <span class="muted">{format!(" {seen} {times}")}</span> }
    });
    let until = (entry.last != entry.first).then(|| view! { " to " {time(entry.last)} });
    let progress = entry.progress.as_ref().map(|progress| {
        let from =
            entry.from.as_ref().filter(|from| *from != progress).map(|from| format!("{} to ", far(from)));
        view! { <p>{format!("{}{}", from.unwrap_or_default(), far(progress))}</p> }
    });
    let note = entry.note.clone().map(|note| view! { <p>{note}</p> });
    view! {
        <li>
            <span>{time(entry.first)} {until}</span>
            <div><Status word tone /> {times} {progress} {note}</div>
        </li>
    }
    .into_any()
}

fn time(at: Timestamp) -> AnyView {
    view! { <time datetime=at.rfc3339()>{at.day_and_time()}</time> }.into_any()
}
