//! A choice that is all visible while it is small, and a list when it is not.

use image_console_core::form::Field;
use image_console_ui::Choice;
use image_console_ui::field::{RadioField, SelectField};
use leptos::prelude::*;

/// More than this many do not stand side by side.
const SIDE_BY_SIDE: usize = 4;

/// A field with one of a few values.
#[component]
pub fn ChoiceField(
    /// What is asked for.
    label: &'static str,
    /// Value (the option's id) and message.
    field: RwSignal<Field>,
    /// What can be chosen.
    #[prop(into)]
    options: Signal<Vec<Choice>>,
    /// What to know before choosing.
    #[prop(into)]
    hint: Signal<String>,
) -> AnyView {
    let few = Memo::new(move |_| options.with(Vec::len) <= SIDE_BY_SIDE);
    let listed = Signal::derive(move || {
        let none = Choice::new("", "Choose…");
        std::iter::once(none).chain(options.get()).collect::<Vec<_>>()
    });
    let control = move || {
        if few.get() {
            view! { <RadioField label field options hint /> }.into_any()
        } else {
            view! { <SelectField label field options=listed hint /> }.into_any()
        }
    };
    control.into_any()
}
