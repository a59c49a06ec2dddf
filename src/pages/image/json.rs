//! The body as it came.

use image_console_core::format;
use image_console_platform::download;
use image_console_ui::el::el;
use image_console_ui::{Button, Card, CopyButton, Glyph, Kind, Notice};
use leptos::prelude::*;

use super::page::Page;
use super::pretty::pretty;

/// The card: laid out for reading, copied and saved as it came.
pub fn card(page: Page, text: &str) -> AnyView {
    let trouble = RwSignal::new(None::<String>);
    let summary = format!("Show {}", format::plural(text.len() as u64, "byte"));
    let pre = el("pre")
        .attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", "The image as JSON")])
        .text(&pretty(text));
    let details = el("details").child(el("summary").text(&summary)).child(pre);
    let raw = StoredValue::new(text.to_owned());
    let save = Callback::new(move |()| {
        let name = format!("image-{}.json", page.id());
        let saved = raw.with_value(|text| download::save_text(&name, "application/json", text));
        trouble.set(saved.err().map(|error| error.to_string()));
    });
    let actions = move || {
        let text = raw.get_value();
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
