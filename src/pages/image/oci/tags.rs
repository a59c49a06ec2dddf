//! The tags: free ones, those of a namespace somebody defined, and the service's own.

use image_console_ui::el::el;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;
use serde_json::{Map, Value};

use crate::pages::resource::field::{json, note, odd};

/// Tags of one kind, by the name of the API's field.
type Kind<'a> = (&'static str, &'a Lenient<Map<String, Value>>);

/// The card.
pub fn card(kinds: &[Kind<'_>]) -> AnyView {
    let body = kinds.iter().map(|(name, tags)| group(name, tags)).collect::<Vec<_>>();
    view! { <Card title="Tags">{body}</Card> }.into_any()
}

fn group(name: &str, tags: &Lenient<Map<String, Value>>) -> AnyView {
    let tags = match tags {
        Lenient::Absent => return note(&format!("{name} was not sent.")),
        Lenient::Wrong(raw) => {
            let name = el("span").class("muted").text(&format!("{name} "));
            return el("div").class("pad").child(name).view(odd(raw)).into_any();
        }
        Lenient::Value(tags) if tags.is_empty() => return note(&format!("{name} is empty.")),
        Lenient::Value(tags) => tags,
    };
    let facts: Vec<AnyView> = tags.iter().flat_map(|(key, value)| one(key, value)).collect();
    let title = el("h3").class("card-note").text(name);
    view! { {title.into_any()} <Definition>{facts}</Definition> }.into_any()
}

/// A tag of a namespace is named by both, as the command line names it.
fn one(key: &str, value: &Value) -> Vec<AnyView> {
    match value {
        Value::Object(inner) if !inner.is_empty() => {
            inner.iter().map(|(name, value)| json(&format!("{key}.{name}"), value)).collect()
        }
        other => vec![json(key, other)],
    }
}
