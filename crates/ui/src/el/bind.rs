//! Binding: what follows signals.

use super::El;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};

impl El {
    /// Runs now and whenever a signal that it read changes, as long as the element is there.
    #[must_use]
    pub fn follow(self, run: impl Fn(&Element) + 'static) -> Self {
        self.follow_boxed(Box::new(run))
    }

    fn follow_boxed(mut self, run: Box<dyn Fn(&Element)>) -> Self {
        let element = self.element();
        self.0.effects.push(RenderEffect::new(move |_| run(&element)));
        self
    }

    /// An attribute that follows; `None` removes it.
    #[must_use]
    pub fn bind(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.bind_boxed(name, Box::new(value))
    }

    fn bind_boxed(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        self.follow(move |element| {
            let _ = match value() {
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        })
    }

    /// An attribute that is there, with this value, or not.
    #[must_use]
    pub fn flag(self, name: &'static str, value: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        self.flag_boxed(name, value, Box::new(on))
    }

    fn flag_boxed(self, name: &'static str, value: &'static str, on: Box<dyn Fn() -> bool>) -> Self {
        self.bind_boxed(name, Box::new(move || on().then(|| value.to_owned())))
    }

    /// `true` or `false`, for the ARIA attributes that want one of them.
    #[must_use]
    pub fn either(self, name: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let on: Box<dyn Fn() -> bool> = Box::new(on);
        self.bind_boxed(name, Box::new(move || Some(if on() { "true" } else { "false" }.to_owned())))
    }

    /// A class name that is there or not.
    #[must_use]
    pub fn toggle(self, class: &'static str, on: impl Fn() -> bool + 'static) -> Self {
        let on: Box<dyn Fn() -> bool> = Box::new(on);
        self.follow(move |element| {
            let _ = element.class_list().toggle_with_force(class, on());
        })
    }

    /// What stands in an input, a text area or a select.
    #[must_use]
    pub fn value(self, value: Signal<String>) -> Self {
        self.follow(move |element| {
            // Text areas and selects have the same property.
            let input: &HtmlInputElement = element.unchecked_ref();
            let value = value.get();
            if input.value() != value {
                input.set_value(&value);
            }
        })
    }

    /// Whether a box is checked.
    #[must_use]
    pub fn checked(self, on: Signal<bool>) -> Self {
        self.follow(move |element| element.unchecked_ref::<HtmlInputElement>().set_checked(on.get()))
    }

    /// A text that follows; it is all that the element holds.
    #[must_use]
    pub fn text_of(self, text: Signal<String>) -> Self {
        self.follow(move |element| text.with(|text| element.set_text_content(Some(text))))
    }

    /// The same with a closure.
    #[must_use]
    pub fn text_with(self, text: impl Fn() -> String + 'static) -> Self {
        let text: Box<dyn Fn() -> String> = Box::new(text);
        self.follow(move |element| element.set_text_content(Some(&text())))
    }

    /// A part that is made anew whenever a signal that it read changes.
    #[must_use]
    pub fn dynamic(self, part: impl Fn() -> AnyView + Send + 'static) -> Self {
        let part: Box<dyn Fn() -> AnyView + Send> = Box::new(part);
        self.view((move || part()).into_any())
    }

    /// A part that is there or not. It is made anew only when that changes.
    #[must_use]
    pub fn when(
        self,
        on: impl Fn() -> bool + Send + Sync + 'static,
        part: impl Fn() -> AnyView + Send + 'static,
    ) -> Self {
        let on: Box<dyn Fn() -> bool + Send + Sync> = Box::new(on);
        let on = memo(on);
        self.dynamic(move || if on.get() { untrack(&part) } else { ().into_any() })
    }
}

fn memo(on: Box<dyn Fn() -> bool + Send + Sync>) -> Memo<bool> {
    Memo::new(move |_| on())
}
