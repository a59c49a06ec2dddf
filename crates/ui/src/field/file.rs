//! A file, by dialog or by dropping it.

use super::frame::Frame;
use crate::{Glyph, dom, el::el, icon::icon};
use image_console_core::form::Field;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, Event, HtmlInputElement};

/// A drop zone that is a file input. The field's value is the file's name, for the page to set.
#[component]
pub fn FileField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// The file's name once the page took it, and what is wrong with it.
    field: RwSignal<Field>,
    /// What to know before choosing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// What the file dialog offers, e.g. `.pem,.key`; empty for everything.
    #[prop(into, optional)]
    accept: String,
    /// A file was chosen or dropped.
    on_file: Callback<web_sys::File>,
) -> AnyView {
    let frame = Frame::new(label, hint, field, false);
    let over = RwSignal::new(false);
    let take = move |files: Option<web_sys::FileList>| {
        if let Some(file) = files.and_then(|files| files.item(0)) {
            on_file.run(file);
        }
    };
    let chosen = move |event: Event| {
        let input = dom::current(&event).and_then(|input| input.dyn_into::<HtmlInputElement>().ok());
        take(input.as_ref().and_then(HtmlInputElement::files));
        // Choosing the same file again, after it was mended, is a change too.
        if let Some(input) = input {
            input.set_value("");
        }
    };
    let hover = move |event: Event| {
        event.prevent_default();
        over.set(true);
    };
    let dropped = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|data| data.files()));
    };
    let value = frame.value();
    let text = move || {
        let name = value.get();
        if name.is_empty() { "Drop a file here, or choose one".to_owned() } else { name }
    };
    let accept = Some(accept.as_str()).filter(|accept| !accept.is_empty());
    let input = frame.control("input").attr("type", "file").maybe_attr("accept", accept);
    let control = el("div")
        .class("drop")
        .toggle("over", move || over.get())
        .on("dragover", hover)
        .on("dragleave", move |_: Event| over.set(false))
        .on("drop", dropped)
        .child(icon(Glyph::Upload))
        .child(el("span").text_with(text))
        .child(input.on("change", chosen));
    frame.around(control)
}
