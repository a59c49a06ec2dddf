//! What is wrong with `config.json`, all of it at once, on a page of its own.

use image_console_core::config::Fault;
use image_console_core::format;
use image_console_ui::el::el;
use image_console_ui::{Button, Card, Kind, LinkButton};
use leptos::prelude::*;

/// The faults of the configuration, and how to go on.
#[component]
pub fn ConfigProblem(
    /// All faults.
    faults: Vec<Fault>,
    /// How many connections of the file are right.
    usable: usize,
    /// Read the file again.
    on_retry: Callback<()>,
    /// Start with what is right.
    on_continue: Callback<()>,
) -> AnyView {
    let go_on = match usable {
        0 => "Go on without it".to_owned(),
        n => format!("Go on with {}", format::plural(n as u64, "connection")),
    };
    let heading = format!("config.json has {}", format::plural(faults.len() as u64, "fault"));
    let items = faults.into_iter().map(|fault| {
        let place = (!fault.place.is_empty()).then(|| el("code").text(&fault.place));
        el("li").maybe(place).text(" ").text(&fault.message)
    });
    let list = el("ul").class("faults").all(items);
    let buttons = view! {
        <Button label="Read it again" kind=Kind::Primary on_press=on_retry />
        <Button label=go_on on_press=on_continue />
        <LinkButton label="Open config.json" href="config.json" kind=Kind::Quiet download="config.json" />
    };
    let intro = "The console reads config.json beside its start page each time it starts. Whoever runs this \
                 console can mend the file; every fault that was found is listed here.";
    el("main")
        .attrs(&[("id", "main"), ("class", "lone-page")])
        .child(el("h1").text(&heading))
        .child(el("p").text(intro))
        .view(view! { <Card title="Faults">{list}</Card> }.into_any())
        .child(el("div").class("toolbar").view(buttons.into_any()))
        .into_any()
}
