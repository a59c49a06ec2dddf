//! One field of the API: what it says, how it came, and Copy.

use image_console_ui::el::{El, el};
use image_console_ui::{Fact, Glyph, Icon};
use image_console_upstream::decode::Lenient;
use leptos::prelude::*;
use serde_json::{Map, Value};

use super::pretty;

/// How a field is said.
#[derive(Clone, PartialEq, Eq)]
pub struct Said {
    /// In words or in people's units.
    pub words: String,
    /// Behind that, as the API counts or spells it; not said twice.
    pub own: String,
    /// What Copy copies.
    pub copy: String,
}

impl Said {
    /// Words, and the API's own spelling, which is also what Copy copies.
    pub fn new(words: String, own: impl Into<String>) -> Self {
        let own = own.into();
        Self { words, copy: own.clone(), own }
    }
}

/// A name and its value.
pub fn fact(name: &str, value: AnyView, copy: Option<String>) -> AnyView {
    match copy {
        Some(copy) => view! { <Fact name copy>{value}</Fact> }.into_any(),
        None => view! { <Fact name>{value}</Fact> }.into_any(),
    }
}

/// A text as it came.
pub fn text(name: &str, field: &Lenient<String>) -> AnyView {
    said(name, as_it_is(field), "said")
}

/// A text in the fixed-width face: an id, a hash.
pub fn mono(name: &str, field: &Lenient<String>) -> AnyView {
    said(name, as_it_is(field), "mono")
}

/// A number in people's units, with the number in the API's unit behind it.
pub fn number(name: &str, field: &Lenient<u64>, say: fn(u64) -> String, unit: &str) -> AnyView {
    let say = |n: &u64| Said { words: say(*n), own: format!("{n} {unit}"), copy: n.to_string() };
    said(name, map(field, say), "said")
}

/// A field with its words.
pub fn said(name: &str, field: Lenient<Said>, class: &str) -> AnyView {
    match field {
        Lenient::Absent => fact(name, absent(), None),
        Lenient::Wrong(raw) => fact(name, odd(&raw), Some(raw)),
        Lenient::Value(Said { words, own, copy }) => {
            let own = (words != own).then(|| el("span").class("mono muted").text(&format!(" {own}")));
            let words =
                if words.is_empty() { muted("empty text") } else { el("span").class(class).text(&words) };
            fact(name, el("span").child(words).maybe(own).into_any(), Some(copy))
        }
    }
}

/// The field in other words.
pub fn map<T>(field: &Lenient<T>, say: impl FnOnce(&T) -> Said) -> Lenient<Said> {
    match field {
        Lenient::Absent => Lenient::Absent,
        Lenient::Wrong(raw) => Lenient::Wrong(raw.clone()),
        Lenient::Value(value) => Lenient::Value(say(value)),
    }
}

fn as_it_is(field: &Lenient<String>) -> Lenient<Said> {
    map(field, |text| Said::new(text.clone(), text))
}

/// What stands for a field that was not sent.
pub fn absent() -> AnyView {
    muted("not sent").into_any()
}

/// A quiet remark.
pub fn muted(text: &str) -> El {
    el("span").class("muted").text(text)
}

/// A value of another type than documented.
pub fn odd(raw: &str) -> AnyView {
    let why = el("span").class("came-odd").text("This is not the documented type; it is shown as it came.");
    el("span").child(el("span").class("odd mono").text(raw)).child(why).into_any()
}

/// A remark in place of a card's facts.
pub fn note(text: &str) -> AnyView {
    el("p").class("card-note").text(text).into_any()
}

/// Any JSON value: a plain one in a line, a nested one laid out.
pub fn json(name: &str, value: &Value) -> AnyView {
    let raw = match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let nested = match value {
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => false,
    };
    let shown = match (nested, value) {
        (true, _) => {
            let pre = el("pre").attrs(&[("tabindex", "0"), ("role", "region"), ("aria-label", name)]);
            pre.text(&pretty(&raw))
        }
        (false, Value::String(text)) if text.is_empty() => muted("empty text"),
        _ => el("span").class("tag").text(&raw),
    };
    fact(name, shown.into_any(), Some(raw))
}

/// The fields that the contract does not name.
pub fn unknown(fields: &Map<String, Value>) -> Vec<AnyView> {
    fields.iter().map(|(name, value)| json(name, value)).collect()
}

/// An address that somebody else wrote: a link only where following it can do no harm.
pub fn link(name: &str, field: &Lenient<String>) -> AnyView {
    let Some(address) = field.text().filter(|address| is_web_address(address)) else {
        return text(name, field);
    };
    let link = el("a")
        .attrs(&[("href", address), ("target", "_blank"), ("rel", "noopener noreferrer")])
        .text(address)
        .text(" ")
        .view(view! { <Icon glyph=Glyph::Link /> }.into_any())
        .child(el("span").class("visually-hidden").text(" (opens in a new tab)"));
    fact(name, link.into_any(), Some(address.to_owned()))
}

fn is_web_address(address: &str) -> bool {
    let scheme = address.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    matches!(scheme.as_deref(), Some("http" | "https"))
}

#[cfg(test)]
mod tests {
    use super::is_web_address;

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://docs.example.com/base") && is_web_address("HTTP://example.com"));
        for bad in ["javascript:alert(1)", "javascript://x", "data:text/html,x", "docs.example.com", ""] {
            assert!(!is_web_address(bad), "{bad}");
        }
    }
}
