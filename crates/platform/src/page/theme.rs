//! Light or dark: from the system, unless the user chose. The choice is the only thing kept in
//! local storage, because it must be known before the first paint.

use web_sys::{MediaQueryList, Storage, window};

use crate::listener::Listener;

/// The name under which the choice is kept.
const KEY: &str = "image-console.theme";
/// The attribute of the root element that the style sheets look at.
const ATTRIBUTE: &str = "data-theme";

/// What the user chose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// As the system says.
    #[default]
    System,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// All choices, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The word in the attribute and in storage.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// What was chosen; `System` when nothing was, or when storage is blocked.
#[must_use]
pub fn chosen() -> Theme {
    let word = storage().and_then(|s| s.get_item(KEY).ok().flatten()).unwrap_or_default();
    Theme::ALL.into_iter().find(|theme| theme.word() == word).unwrap_or_default()
}

/// Shows a theme and keeps the choice. Returns whether it could be kept.
pub fn choose(theme: Theme) -> bool {
    show(theme);
    let kept = storage().map(|s| match theme {
        Theme::System => s.remove_item(KEY),
        other => s.set_item(KEY, other.word()),
    });
    matches!(kept, Some(Ok(())))
}

/// Shows a theme: `data-theme="light"` or `"dark"` on the root element, no attribute for `System`.
pub fn show(theme: Theme) {
    let Some(root) = window().and_then(|w| w.document()).and_then(|d| d.document_element()) else { return };
    // Name and value are constants that the DOM accepts.
    let _ = match theme {
        Theme::System => root.remove_attribute(ATTRIBUTE),
        other => root.set_attribute(ATTRIBUTE, other.word()),
    };
}

/// Whether the system asks for dark.
#[must_use]
pub fn system_is_dark() -> bool {
    dark().is_some_and(|query| query.matches())
}

/// Calls back with [`system_is_dark`] when the system's wish changes.
pub fn on_system_change(callback: impl Fn(bool) + 'static) -> Listener {
    Listener::new(dark(), "change", move |_| callback(system_is_dark()))
}

fn dark() -> Option<MediaQueryList> {
    window()?.match_media("(prefers-color-scheme: dark)").ok()?
}

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}
