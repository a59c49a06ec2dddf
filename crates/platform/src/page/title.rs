//! The page's title.

/// Sets what the tab and the history show.
pub fn set(title: &str) {
    if let Some(document) = web_sys::window().and_then(|w| w.document()) {
        document.set_title(title);
    }
}
