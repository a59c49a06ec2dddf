//! One line, several lines, and a line nobody should read over a shoulder.

use super::frame::{Frame, typed};
use crate::{Kind, button::simple, el::el};
use image_console_core::form::Field;
use leptos::prelude::*;

/// One line of text.
#[component]
pub fn TextField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value and message.
    field: RwSignal<Field>,
    /// What to know before typing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// The `type` of the input: `text` unless told.
    #[prop(optional, default = "text")]
    kind: &'static str,
    /// Set in the fixed-width face: ids, paths, versions.
    #[prop(optional)]
    mono: bool,
    /// Has the keyboard when the dialog opens.
    #[prop(optional)]
    autofocus: bool,
    /// The documented length; shows a counter, does not stop typing.
    #[prop(optional)]
    max: usize,
    /// Known values, offered while typing.
    #[prop(into, optional)]
    suggestions: Signal<Vec<String>>,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let frame = Frame { max, ..Frame::new(label, hint, field, optional) };
    let control = frame.control("input").attrs(&[
        ("type", kind),
        ("autocomplete", "off"),
        ("autocapitalize", "off"),
        ("spellcheck", "false"),
    ]);
    let control = control.maybe_attr("class", mono.then_some("mono"));
    let control = typed(control.maybe_attr("autofocus", autofocus.then_some("")), field, on_blur);
    let list = format!("{}-list", frame.id);
    let none = move || suggestions.with(Vec::is_empty);
    let options = el("datalist").attr("id", &list).dynamic(move || {
        let option = |value: &String| el("option").attr("value", value).into_any();
        suggestions.with(|all| all.iter().map(option).collect_view().into_any())
    });
    let control = control.bind("list", move || (!none()).then(|| list.clone()));
    frame.around(el("div").child(control).child(options))
}

/// Several lines of text.
#[component]
pub fn TextAreaField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value and message.
    field: RwSignal<Field>,
    /// What to know before typing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Set in the fixed-width face: keys, JSON.
    #[prop(optional)]
    mono: bool,
    /// How many lines are visible.
    #[prop(optional, default = 3)]
    rows: u32,
    /// The documented length; shows a counter, does not stop typing.
    #[prop(optional)]
    max: usize,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let frame = Frame { max, ..Frame::new(label, hint, field, optional) };
    let control = frame.control("textarea").attr("rows", &rows.to_string());
    let control = control.attr("spellcheck", if mono { "false" } else { "true" });
    let control = control.maybe_attr("class", mono.then_some("mono"));
    frame.around(typed(control, field, on_blur))
}

/// A secret, with a button that shows it. Password managers are asked not to keep it.
#[component]
pub fn PasswordField(
    /// What is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Value and message.
    field: RwSignal<Field>,
    /// What to know before typing.
    #[prop(into, optional)]
    hint: Signal<String>,
    /// Marks it as one that may stay empty.
    #[prop(optional)]
    optional: bool,
    /// Time to validate.
    #[prop(into, optional)]
    on_blur: Option<Callback<()>>,
) -> AnyView {
    let frame = Frame::new(label, hint, field, optional);
    let shown = RwSignal::new(false);
    let input = frame.control("input").attrs(&[("autocomplete", "off"), ("spellcheck", "false")]);
    let input = input.bind("type", move || Some(if shown.get() { "text" } else { "password" }.to_owned()));
    let show = simple("Show", Kind::Normal, None, move || shown.update(|shown| *shown = !*shown));
    let show = show.either("aria-pressed", move || shown.get());
    frame.around(el("div").class("with-button").child(typed(input, field, on_blur)).child(show))
}
