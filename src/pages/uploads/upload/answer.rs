//! The headers of the answer as they came.

use image_console_ui::{Card, Definition, Fact};
use leptos::prelude::*;

use super::page::Page;
use crate::pages::resource::field::note;

/// The headers that the browser shows to a page: what support asks for.
pub fn card(page: Page) -> AnyView {
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
