//! What surrounds every control: its label, and one line below that is the error, else the warning,
//! else the hint. The control is tied to that line by `aria-describedby`.

use crate::{
    dom::unique_id,
    el::{El, el},
};
use image_console_core::form::Field;
use leptos::prelude::*;
use web_sys::Event;

/// A field's frame, made before its control, because the control needs the ids.
#[derive(Clone)]
pub(super) struct Frame {
    /// Of the control.
    pub id: String,
    pub label: Signal<String>,
    pub hint: Signal<String>,
    pub field: RwSignal<Field>,
    pub optional: bool,
    /// How many characters are expected at most; 0 shows no counter.
    pub max: usize,
}

impl Frame {
    pub fn new(label: Signal<String>, hint: Signal<String>, field: RwSignal<Field>, optional: bool) -> Self {
        Self { id: unique_id("field"), label, hint, field, optional, max: 0 }
    }

    /// For `aria-describedby`.
    pub fn note_id(&self) -> String {
        format!("{}-note", self.id)
    }

    /// What was typed or chosen.
    pub fn value(&self) -> Signal<String> {
        let field = self.field;
        Signal::derive(move || field.with(|field| field.value.clone()))
    }

    /// The line below the control.
    pub fn note(&self) -> El {
        let (field, hint, max) = (self.field, self.hint, self.max);
        let text = el("span").attr("id", &self.note_id()).text_with(move || said(field, hint));
        let line = el("p").class("note-line");
        let line = tones(line, field).child(text);
        if max == 0 {
            return line;
        }
        let count = move || format!("{} of {max}", field.with(|field| field.value.chars().count()));
        line.child(el("span").class("counter").text_with(count))
    }

    /// What every control has: its id, and what ties it to the line below.
    pub fn control(&self, tag: &str) -> El {
        let control = el(tag).attrs(&[("id", &self.id), ("aria-describedby", &self.note_id())]);
        invalid(control, self.field)
    }

    /// Label, control, line.
    pub fn around(self, control: El) -> AnyView {
        let label = el("label").attr("for", &self.id).child(el("span").text_of(self.label));
        let label = label.maybe(self.optional.then(|| el("small").text("optional")));
        el("div").class("field").child(label).child(control).child(self.note()).into_any()
    }
}

/// Error, else warning, else hint.
pub(crate) fn said(field: RwSignal<Field>, hint: Signal<String>) -> String {
    let said = field.with(|field| field.error.clone().or_else(|| field.warning.clone()));
    said.unwrap_or_else(|| hint.get())
}

/// The colour of the line below.
pub(crate) fn tones(line: El, field: RwSignal<Field>) -> El {
    line.toggle("bad", move || field.with(|field| field.error.is_some()))
        .toggle("warn", move || field.with(|field| field.error.is_none() && field.warning.is_some()))
}

/// Marks the control while there is an error.
pub(crate) fn invalid(control: El, field: RwSignal<Field>) -> El {
    control.flag("aria-invalid", "true", move || field.with(|field| field.error.is_some()))
}

/// Ties the control's text and the field's value together.
pub(crate) fn typed(control: El, field: RwSignal<Field>, on_blur: Option<Callback<()>>) -> El {
    let value = Signal::derive(move || field.with(|field| field.value.clone()));
    let control = control.value(value).on("blur", move |_: Event| left(on_blur));
    control.on("input", move |event: Event| edit(field, event_target_value(&event)))
}

/// The user typed or chose: the message about the old value goes with it.
pub(crate) fn edit(field: RwSignal<Field>, value: String) {
    field.update(|field| field.edit(value));
}

/// The control lost the keyboard: time to validate.
pub(crate) fn left(on_blur: Option<Callback<()>>) {
    // A dialog that closes takes the keyboard from its field when the page is gone already.
    if let Some(on_blur) = on_blur {
        let _ = on_blur.try_run(());
    }
}
