//! What screen readers are told when something happens that nobody pressed.

use leptos::prelude::*;

/// The last thing worth saying.
#[derive(Clone, Copy, Default)]
pub struct Announcer {
    /// Read out on each change.
    pub text: RwSignal<String>,
}

impl Announcer {
    /// Says something; the same text twice in a row is said once.
    pub fn say(self, text: impl Into<String>) {
        let text = text.into();
        if self.text.try_with_untracked(|old| *old != text) == Some(true) {
            let _ = self.text.try_set(text);
        }
    }
}

/// The announcer of this console.
#[must_use]
pub fn use_announcer() -> Announcer {
    expect_context()
}
