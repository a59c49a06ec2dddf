//! Key and value, any number of times: tags.

use crate::{
    Glyph, Kind,
    button::{cross, simple},
    dom,
    el::{El, el, keyed},
    field::{invalid, said, tones, typed},
};
use image_console_core::form::Field;
use leptos::prelude::*;

/// One row. Its fields are counted references, so a row may be made and kept anywhere.
#[derive(Clone)]
pub struct Pair {
    /// Tells the rows apart while keys are still empty.
    pub id: String,
    /// The key and what is wrong with it.
    pub key: ArcRwSignal<Field>,
    /// The value as typed and what is wrong with it.
    pub value: ArcRwSignal<Field>,
}

/// A new row.
#[must_use]
pub fn pair(key: impl Into<String>, value: impl Into<String>) -> Pair {
    Pair {
        id: dom::unique_id("pair"),
        key: ArcRwSignal::new(Field::with(key)),
        value: ArcRwSignal::new(Field::with(value)),
    }
}

fn cell(id: String, label: &'static str, field: ArcRwSignal<Field>, on_blur: Option<Callback<()>>) -> El {
    let field = RwSignal::from(field);
    let note = format!("{id}-note");
    let input = el("input").attrs(&[
        ("id", &id),
        ("class", "mono"),
        ("aria-label", label),
        ("placeholder", label),
        ("autocomplete", "off"),
        ("spellcheck", "false"),
        ("aria-describedby", &note),
    ]);
    let line = el("span").attrs(&[("id", &note), ("class", "pair-note")]);
    let line = tones(line, field).text_with(move || said(field, Signal::default()));
    el("div").class("pair-cell").child(typed(invalid(input, field), field, on_blur)).child(line)
}

/// Rows of key and value.
#[component]
pub fn PairsEditor(
    /// What they are.
    #[prop(into)]
    label: Signal<String>,
    /// The rows, in order.
    rows: RwSignal<Vec<Pair>>,
    /// What to know before typing, e.g. how a value is read.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What is wrong with all of them together.
    #[prop(into, optional)]
    error: Signal<String>,
    /// What a value will be sent as, shown behind it: `text`, `number`, `true or false`.
    #[prop(into, optional)]
    read_as: Option<Callback<String, String>>,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let note = dom::unique_id("pairs");
    let add_id = dom::unique_id("add");
    let back = add_id.clone();
    let row = move |id: String| {
        let found = rows.with(|rows| rows.iter().find(|row| row.id == id).cloned());
        let Some(Pair { key, value, .. }) = found else { return el("div") };
        let kind = read_as.map(|read| {
            let typed = value.clone();
            let kind = move || read.run(typed.with(|field| field.value.clone()));
            el("span").class("muted pair-kind").text_with(kind)
        });
        let named = key.clone();
        let name = Signal::derive(move || format!("Remove {}", named.with(|key| key.value.clone())));
        let (gone, back) = (id.clone(), back.clone());
        let remove = move || {
            rows.update(|rows| rows.retain(|row| row.id != gone));
            dom::focus(&back);
        };
        el("div")
            .class("pair")
            .child(cell(format!("{id}-key"), "Key", key, on_blur))
            .child(cell(format!("{id}-value"), "Value", value, on_blur))
            .maybe(kind)
            .child(cross(name, remove))
    };
    let add = move || {
        let new = pair("", "");
        let key = format!("{}-key", new.id);
        rows.update(|rows| rows.push(new));
        // The row is in the document once the rendering that this change queued has run.
        queue_microtask(move || {
            queue_microtask(move || {
                dom::focus(&key);
            });
        });
    };
    let keys = move || rows.with(|rows| rows.iter().map(|row| row.id.clone()).collect());
    let list = keyed(el("div"), Box::new(keys), Box::new(row));
    let add = simple("Add", Kind::Normal, Some(Glyph::Add), add).attr("id", &add_id);
    let wrong = move || error.with(|text| !text.is_empty());
    let text = move || if wrong() { error.get() } else { hint.get() };
    let line = el("p").class("note-line").toggle("bad", wrong);
    el("fieldset")
        .attrs(&[("class", "field pairs"), ("aria-describedby", &note)])
        .child(el("legend").text_of(label))
        .child(list)
        .child(add)
        .child(line.child(el("span").attr("id", &note).text_with(text)))
        .into_any()
}
