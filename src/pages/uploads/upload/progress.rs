//! How far it is in chunks, how fast that goes, and whether it stands still.

use std::sync::Arc;

use image_console_core::format;
use image_console_core::time::duration;
use image_console_operation::{Operation, Progress as Far};
use image_console_ui::el::el;
use image_console_ui::{Card, Notice, Progress, Tone};
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest;
use image_console_upstream::oracle_marketplace::pace::{self, Pace};
use leptos::prelude::*;

use super::page::Page;

/// The card.
pub fn card(page: Page) -> AnyView {
    let chunks = Memo::new(move |_| page.read(|upload| upload.chunks()).flatten());
    let value = Signal::derive(move || {
        chunks.with(|chunks| chunks.as_ref().and_then(|far| Some((far.done, far.total?))))
    });
    let text = Signal::derive(move || chunks.with(|chunks| chunks.as_ref().map(say).unwrap_or_default()));
    let bar = move || view! { <Progress label="Chunks" value text /> }.into_any();
    let has_bar = move || value.get().is_some();
    let without = Memo::new(move |_| page.read(no_bar).flatten().unwrap_or_default());
    let centers = Memo::new(move |_| page.read(all_centers).flatten());
    let mean = Signal::derive(move || {
        centers.with(|all| all.as_ref().and_then(|(_, mean)| *mean)).map(|n| (n, 100))
    });
    let centers_text = Signal::derive(move || {
        centers.with(|all| all.as_ref().map(|(text, _)| text.clone())).unwrap_or_default()
    });
    let centers_bar =
        move || view! { <Progress label="Data centres" value=mean text=centers_text /> }.into_any();
    let body = el("div")
        .class("stack tight")
        .when(has_bar, bar)
        .when(
            move || without.with(|text| !text.is_empty()),
            move || el("p").class("muted").text_with(move || without.get()).into_any(),
        )
        .when(move || mean.get().is_some(), centers_bar)
        .child(el("p").class("pace").text_with(move || rate(page)));
    let standstill = Memo::new(move |_| page.operation.with(|o| o.as_ref().and_then(|o| pace::stalled(o))));
    let notice = move || {
        standstill.get().map(|what| view! {
        <Notice
            what
            why="Each answer since then said the same. The API does not say why an upload stands still."
            next="It is still followed. If nothing changes, look at the data centres below for the one that waits, and ask whoever uploads the file."
            tone=Tone::Warn
        />
    })
    };
    view! {
        {notice}
        <Card title="Progress">{body}</Card>
    }
    .into_any()
}

/// `57 of 75 chunks uploaded, 18 pending`.
fn say(chunks: &Far) -> String {
    let done = format::count(chunks.done);
    match chunks.total {
        Some(total) => {
            let pending = format::count(total.saturating_sub(chunks.done));
            format!("{done} of {} uploaded, {pending} pending", format::plural(total, "chunk"))
        }
        None => format!("{} uploaded", format::plural(chunks.done, "chunk")),
    }
}

/// What is said where no share of chunks can be drawn.
fn no_bar(upload: &MachineImageUploadRequest) -> Option<String> {
    let odd =
        |name: &str, raw: Option<&str>| raw.map(|raw| format!("{name} came as {raw}, which is no count."));
    odd("uploadedChunks", upload.uploaded_chunks.wrong())
        .or_else(|| odd("pendingChunks", upload.pending_chunks.wrong()))
        .or_else(|| match upload.chunks() {
            Some(chunks) if chunks.total.is_none() => {
                Some(format!("{}; how many are pending was not sent.", say(&chunks)))
            }
            Some(_) => None,
            None => Some("The API says nothing of chunks.".to_owned()),
        })
}

/// All data centres together, and the mean of what they say in per cent.
fn all_centers(upload: &MachineImageUploadRequest) -> Option<(String, Option<u64>)> {
    let (done, all) = upload.centers_completed()?;
    let said: Vec<u64> = upload.centers().filter_map(|center| center.percent()).collect();
    let mean = said.iter().sum::<u64>().checked_div(said.len() as u64);
    let mean_text = mean.map(|mean| format!(", {mean} % on average")).unwrap_or_default();
    Some((format!("{done} of {} completed{mean_text}", format::plural(all as u64, "data centre")), mean))
}

/// How fast it has been lately and how long the rest takes, from what was observed.
fn rate(page: Page) -> String {
    page.operation.with(|operation| {
        // Of one that stands still, the notice says for how long.
        let goes = |o: &&Arc<Operation>| !o.status.is_ended() && pace::stalled(o).is_none();
        let Some(operation) = operation.as_ref().filter(goes) else {
            return String::new();
        };
        let Some(pace) = Pace::of(operation) else {
            return "How fast it goes shows once two answers differ.".to_owned();
        };
        let left = pace.time_left().map(|left| format!(", about {} left", duration(left)));
        let span = duration(pace.span);
        format!("{}{} · as seen in the last {span}", pace.rate(), left.unwrap_or_default())
    })
}
