//! The body as it came.

use image_console_core::format;
use image_console_platform::download;
use image_console_ui::el::el;
use image_console_ui::{Button, Card, CopyButton, Glyph, Kind, Notice};
use leptos::prelude::*;

use super::pretty;

/// The card: laid out for reading, copied and saved as it came. `what` is the resource in the API's word,
/// `file` the name it is saved under, without its ending.
pub fn card(what: &'static str, file: String, text: Signal<String>) -> AnyView {
    let trouble = RwSignal::new(None::<String>);
    let summary = move || format!("Show {}", format::plural(text.with(String::len) as u64, "byte"));
    let pre = el("pre")
        .attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", &format!("The {what} as JSON"))])
        .text_with(move || text.with(|text| pretty(text)));
    let details = el("details").child(el("summary").text_with(summary)).child(pre);
    let save = Callback::new(move |()| {
        let name = format!("{file}.json");
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
