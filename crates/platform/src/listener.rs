//! An event listener that goes away with its owner. May depend on web-sys only.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, EventTarget};

/// A registered listener; dropping it removes it. Keep it as long as the events matter.
#[must_use = "the listener is removed when this is dropped"]
pub struct Listener {
    target: Option<EventTarget>,
    event: &'static str,
    closure: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Listens on `target`; without one (there is no page) nothing is ever heard. The callback is
    /// `Fn`, because an event may be raised while another one of the same kind is being handled.
    pub(crate) fn new(
        target: Option<impl AsRef<EventTarget>>,
        event: &'static str,
        callback: impl Fn(Event) + 'static,
    ) -> Self {
        let target = target.map(|t| t.as_ref().clone());
        let closure = Closure::wrap(Box::new(callback) as Box<dyn Fn(Event)>);
        if let Some(target) = &target {
            // The only exception it can raise is for a callback that is no function.
            let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
        Self { target, event, closure }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        if let Some(target) = &self.target {
            let _ =
                target.remove_event_listener_with_callback(self.event, self.closure.as_ref().unchecked_ref());
        }
    }
}
