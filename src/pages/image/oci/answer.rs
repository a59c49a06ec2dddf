//! What the answer's headers told: what support asks for, and what guards the next write.

use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;

use crate::pages::image::page::Page;
use crate::pages::resource::field::mono;

/// The card. It follows each reading, also one that finds the image unchanged.
pub fn card(page: Page) -> AnyView {
    let meta = Memo::new(move |_| page.query.value.with(|v| v.as_ref()?.oci().map(|v| v.meta.clone())));
    let body = move || {
        let meta = meta.get().unwrap_or_default();
        // A header that is missing was not sent, or the browser hides it from pages.
        let sent = |header: Option<String>| header.map_or(Lenient::Absent, Lenient::Value);
        let mut facts = vec![mono("opc-request-id", &sent(meta.request_id)), mono("etag", &sent(meta.etag))];
        if meta.work_request_id.is_some() {
            facts.push(mono("opc-work-request-id", &sent(meta.work_request_id)));
        }
        view! { <Definition>{facts}</Definition> }.into_any()
    };
    view! { <Card title="The answer">{body}</Card> }.into_any()
}
