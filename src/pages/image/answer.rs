//! What the answer's headers told: what support asks for.

use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::requests::Meta;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::resource::field::{mono, number, text};

/// The card. It follows each reading, also one that finds the image unchanged.
pub fn card(page: Page) -> AnyView {
    let meta = Memo::new(move |_| page.query.value.with(|v| v.as_ref()?.triton().map(|v| v.meta.clone())));
    let body = move || facts(&meta.get().unwrap_or_default());
    view! { <Card title="The answer">{body}</Card> }.into_any()
}

fn facts(meta: &Meta) -> AnyView {
    let facts = vec![
        mono("Request-Id", &sent(meta.request_id.as_ref())),
        text("Api-Version", &sent(meta.api_version.as_ref())),
        number("Response-Time", &sent(meta.response_time.as_ref()), milliseconds, "ms"),
        text("Server", &sent(meta.server.as_ref())),
        text("Triton-Datacenter-Name", &sent(meta.datacenter.as_ref())),
    ];
    view! { <Definition>{facts}</Definition> }.into_any()
}

fn milliseconds(n: u64) -> String {
    format!("{n} ms")
}

/// A header that is missing was not sent, or the browser hides it from pages.
fn sent<T: Clone>(header: Option<&T>) -> Lenient<T> {
    header.map_or(Lenient::Absent, |value| Lenient::Value(value.clone()))
}
