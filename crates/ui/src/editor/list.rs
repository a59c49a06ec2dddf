//! A list of short values, e.g. the UUIDs of an access list: typed one by one or pasted together.

use crate::{
    Glyph, Kind,
    button::{cross, simple},
    dom,
    el::el,
};
use image_console_core::form::Field;
use leptos::prelude::*;
use web_sys::{ClipboardEvent, Event, KeyboardEvent};

/// The values in a pasted text: divided by white space, commas or semicolons, without quotes.
#[must_use]
pub fn split_many(text: &str) -> Vec<String> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'))
        .map(|part| part.trim_matches(|c| matches!(c, '"' | '\'' | '[' | ']')))
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// A list with an entry line below.
#[component]
pub fn ListEditor(
    /// What the list is.
    #[prop(into)]
    label: Signal<String>,
    /// What one of them is, e.g. `Account UUID`.
    #[prop(into)]
    item: Signal<String>,
    /// The values and what is wrong with each.
    items: RwSignal<Vec<Field>>,
    /// What to know before typing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What is wrong with all of them together.
    #[prop(into, optional)]
    error: Signal<String>,
    /// What is wrong with a value; `None` when it is fine. Asked when a value is added.
    #[prop(into, optional)]
    check: Option<Callback<String, Option<String>>>,
) -> AnyView {
    let entry = RwSignal::new(String::new());
    let (entry_id, note) = (dom::unique_id("entry"), dom::unique_id("list"));
    let add = move || {
        let new = split_many(&entry.get());
        items.update(|items| {
            for value in new {
                if !items.iter().any(|old| old.value == value) {
                    let error = check.and_then(|check| check.run(value.clone()));
                    items.push(Field { error, ..Field::with(value) });
                }
            }
        });
        entry.set(String::new());
    };
    let pasted = move |event: ClipboardEvent| {
        let text = event.clipboard_data().and_then(|data| data.get_data("text").ok()).unwrap_or_default();
        if split_many(&text).len() > 1 {
            event.prevent_default();
            entry.update(|entry| {
                entry.push(' ');
                entry.push_str(&text);
            });
            add();
        }
    };
    let waiting = move || entry.try_with_untracked(|text| !text.trim().is_empty()) == Some(true);
    let keydown = move |event: KeyboardEvent| {
        if event.key() == "Enter" && waiting() {
            event.prevent_default();
            add();
        }
    };
    // What was typed and not added would otherwise be lost on submit.
    let left = move |_: Event| {
        if waiting() {
            add();
        }
    };
    let back = entry_id.clone();
    let row = move |(at, field): (usize, Field)| {
        let back = back.clone();
        let remove = move || {
            items.update(|items| {
                if at < items.len() {
                    items.remove(at);
                }
            });
            dom::focus(&back);
        };
        let name = Signal::stored(format!("Remove {}", field.value));
        el("li")
            .child(el("span").class("mono").text(&field.value))
            .maybe(field.error.map(|text| el("span").class("bad").text(&text)))
            .maybe(field.warning.map(|text| el("span").class("warn").text(&text)))
            .child(cross(name, remove))
            .into_any()
    };
    let rows = move || items.get().into_iter().enumerate().map(&row).collect_view().into_any();
    let none = move || items.with(Vec::is_empty);
    let count = move || if none() { String::new() } else { items.with(Vec::len).to_string() };
    let input = el("input")
        .attrs(&[("id", &entry_id), ("class", "mono"), ("autocomplete", "off"), ("spellcheck", "false")])
        .bind("aria-label", move || Some(item.get()))
        .bind("placeholder", move || Some(item.get()))
        .value(entry.into())
        .on("input", move |event: Event| entry.set(event_target_value(&event)))
        .on("paste", pasted)
        .on("keydown", keydown)
        .on("blur", left);
    let entry = el("div").class("with-button").child(input);
    let wrong = move || error.with(|text| !text.is_empty());
    let text = move || if wrong() { error.get() } else { hint.get() };
    let line = el("p").class("note-line").toggle("bad", wrong);
    let line = line.child(el("span").attr("id", &note).text_with(text));
    el("fieldset")
        .attrs(&[("class", "field list-editor"), ("aria-describedby", &note)])
        .child(el("legend").text_of(label))
        .child(el("ul").flag("hidden", "", none).dynamic(rows))
        .child(entry.child(simple("Add", Kind::Normal, Some(Glyph::Add), add)))
        .child(line.child(el("span").class("counter").text_with(count)))
        .into_any()
}

#[cfg(test)]
mod tests {
    use super::split_many;

    #[test]
    fn a_pasted_json_array_and_a_column_give_the_same_list() {
        assert_eq!(split_many("[\"a\", \"b\"]"), ["a", "b"]);
        assert_eq!(split_many("a\r\nb\n\n"), ["a", "b"]);
        assert!(split_many(" ,; ").is_empty());
    }
}
