//! Whether anybody is looking, and whether there is a network.

use web_sys::{Document, VisibilityState, window};

use crate::listener::Listener;

fn document() -> Option<Document> {
    window()?.document()
}

/// Whether the page is on screen.
#[must_use]
pub fn is_visible() -> bool {
    document().is_none_or(|d| d.visibility_state() == VisibilityState::Visible)
}

/// Whether the browser believes to have a network. `false` is sure, `true` is not.
#[must_use]
pub fn is_online() -> bool {
    window().is_none_or(|w| w.navigator().on_line())
}

/// Calls back when the page is shown (`true`) or hidden.
pub fn on_visibility(callback: impl Fn(bool) + 'static) -> Listener {
    Listener::new(document(), "visibilitychange", move |_| callback(is_visible()))
}

/// Whether the page has the keyboard.
#[must_use]
pub fn has_focus() -> bool {
    document().is_none_or(|d| d.has_focus().unwrap_or(true))
}

/// Calls back when the page gets the keyboard or loses it.
pub fn on_focus(callback: impl Fn() + 'static) -> (Listener, Listener) {
    let callback = std::rc::Rc::new(callback);
    let same = callback.clone();
    (Listener::new(window(), "focus", move |_| callback()), Listener::new(window(), "blur", move |_| same()))
}

/// Calls back when the network comes (`true`) or goes.
pub fn on_online(callback: impl Fn(bool) + 'static) -> (Listener, Listener) {
    let callback = std::rc::Rc::new(callback);
    let same = callback.clone();
    (
        Listener::new(window(), "online", move |_| callback(true)),
        Listener::new(window(), "offline", move |_| same(false)),
    )
}
