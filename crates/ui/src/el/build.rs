//! Building: what stands fast once the element is made.

use leptos::{
    prelude::*,
    tachys::{renderer::Rndr, view::any_view::AnyViewState},
};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, Event};

/// An element under construction, and a view.
pub struct El(pub(super) SendWrapper<Inner>);

/// The element, and what must live as long as it does.
pub struct Inner {
    pub(super) element: Element,
    pub(super) effects: Vec<RenderEffect<()>>,
    pub(super) children: Vec<AnyViewState>,
}

/// A new element.
#[must_use]
pub fn el(tag: &str) -> El {
    wrap(Rndr::create_element(tag, None))
}

/// A new element of an SVG picture.
#[must_use]
pub fn svg(tag: &str) -> El {
    wrap(Rndr::create_element(tag, Some("http://www.w3.org/2000/svg")))
}

fn wrap(element: Element) -> El {
    El(SendWrapper::new(Inner { element, effects: Vec::new(), children: Vec::new() }))
}

impl El {
    /// The element itself, for handlers that need it later.
    #[must_use]
    pub fn element(&self) -> Element {
        self.0.element.clone()
    }

    /// Sets the class names.
    #[must_use]
    pub fn class(self, names: &str) -> Self {
        self.attr("class", names)
    }

    /// Sets an attribute.
    #[must_use]
    pub fn attr(self, name: &str, value: &str) -> Self {
        let _ = self.0.element.set_attribute(name, value);
        self
    }

    /// Sets several attributes.
    #[must_use]
    pub fn attrs(self, all: &[(&str, &str)]) -> Self {
        for (name, value) in all {
            let _ = self.0.element.set_attribute(name, value);
        }
        self
    }

    /// Sets an attribute when there is a value.
    #[must_use]
    pub fn maybe_attr(self, name: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.attr(name, value),
            None => self,
        }
    }

    /// Appends a text.
    #[must_use]
    pub fn text(self, text: &str) -> Self {
        let _ = self.0.element.append_child(&document().create_text_node(text));
        self
    }

    /// Appends an element.
    #[must_use]
    pub fn child(mut self, child: El) -> Self {
        let child = child.0.take();
        let _ = self.0.element.append_child(&child.element);
        self.0.effects.extend(child.effects);
        self.0.children.extend(child.children);
        self
    }

    /// Appends an element when there is one.
    #[must_use]
    pub fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Appends elements.
    #[must_use]
    pub fn all(mut self, children: impl IntoIterator<Item = El>) -> Self {
        for child in children {
            self = self.child(child);
        }
        self
    }

    /// Appends a component, or any other view with `.into_any()`.
    #[must_use]
    pub fn view(self, view: impl Part) -> Self {
        self.view_any(view.part())
    }

    fn view_any(mut self, view: AnyView) -> Self {
        let mut state = view.build();
        state.mount(&self.0.element, None);
        self.0.children.push(state);
        self
    }

    /// Listens to an event. The event's type must be the one that the browser sends for it.
    #[must_use]
    pub fn on<E: JsCast>(self, event: &str, handler: impl Fn(E) + 'static) -> Self {
        self.listen(event, Box::new(move |event| handler(event.unchecked_into())))
    }

    fn listen(self, event: &str, handler: Box<dyn Fn(Event)>) -> Self {
        // What a handler reads is no reason to run again for an effect that caused the event.
        let handler = Closure::<dyn Fn(Event)>::new(move |event| untrack(|| handler(event)));
        // The collector frees it together with the element.
        let handler = handler.into_js_value();
        let _ = self.0.element.add_event_listener_with_callback(event, handler.unchecked_ref());
        self
    }
}

/// What [`El::view`] takes: views whose type is erased already, so that it is compiled once.
pub trait Part {
    /// The view itself.
    fn part(self) -> AnyView;
}

impl Part for AnyView {
    fn part(self) -> AnyView {
        self
    }
}

impl Part for View<AnyView> {
    fn part(self) -> AnyView {
        self.into_inner()
    }
}
