//! The answer as it came: its headers and its body.

use image_console_core::format;
use image_console_platform::download;
use image_console_ui::el::el;
use image_console_ui::{Button, Card, CopyButton, Definition, Fact, Glyph, Kind, Notice};
use leptos::prelude::*;

use super::page::Page;
use crate::pages::image::field::note;
use crate::pages::image::pretty::pretty;

/// The headers that the browser shows to a page: what support asks for.
pub fn answer(page: Page) -> AnyView {
    let headers = Memo::new(move |_| {
        let pairs = |(name, value): (&str, &str)| (name.to_owned(), value.to_owned());
        page.query.value.with(|v| v.as_ref().map(|v| v.headers.iter().map(pairs).collect::<Vec<_>>()))
    });
    let body = move || {
        let headers = headers.get().unwrap_or_default();
        if headers.is_empty() {
            return note("The browser shows none of its headers to this page.");
        }
        let fact = |(name, value): (String, String)| {
            let copy = value.clone();
            view! { <Fact name mono=true copy>{value}</Fact> }.into_any()
        };
        view! { <Definition>{headers.into_iter().map(fact).collect::<Vec<_>>()}</Definition> }.into_any()
    };
    view! { <Card title="The answer">{body}</Card> }.into_any()
}

/// The body: laid out for reading, copied and saved as it came.
pub fn card(page: Page) -> AnyView {
    let trouble = RwSignal::new(None::<String>);
    let text =
        Signal::derive(move || page.upload.with(|u| u.as_ref().map(|u| u.text.clone())).unwrap_or_default());
    let summary = move || format!("Show {}", format::plural(text.with(String::len) as u64, "byte"));
    let pre = el("pre")
        .attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", "The upload as JSON")])
        .text_with(move || text.with(|text| pretty(text)));
    let details = el("details").child(el("summary").text_with(summary)).child(pre);
    let save = Callback::new(move |()| {
        let name = format!("upload-{}.json", page.id());
        let saved = text.with_untracked(|text| download::save_text(&name, "application/json", text));
        trouble.set(saved.err().map(|error| error.to_string()));
    });
    let actions = move || {
        view! {
            <span class="cluster">
                <CopyButton text label="Copy JSON" icon_only=true />
                <Button label="Download JSON" icon=Glyph::Download icon_only=true kind=Kind::Quiet on_press=save />
            </span>
        }
        .into_any()
    };
    let not_saved =
        move || trouble.get().map(|why| view! { <Notice what="The file could not be made" why /> });
    view! {
        <Card title="JSON" actions>
            {not_saved}
            {details}
        </Card>
    }
    .into_any()
}
