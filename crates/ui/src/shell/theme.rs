//! Light, dark, or as the system has it. Keeping the choice is the application's business.

use crate::{Glyph, el::el, icon::icon};
use leptos::prelude::*;
use web_sys::Event;

/// Which colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the system has it.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// The value of `data-theme`, also for keeping it; the system's is empty.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::System => "",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The reverse of [`Theme::as_str`]; anything else is the system's.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        match text {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::System,
        }
    }

    const fn next(self) -> Self {
        match self {
            Self::System => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::System,
        }
    }
}

/// Puts the theme on the root element, where the style sheets look for it.
pub fn apply_theme(theme: Theme) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute("data-theme", theme.as_str());
    }
}

/// A button that goes through the three.
#[component]
pub fn ThemeSwitch(
    /// The one in use.
    #[prop(into)]
    theme: Signal<Theme>,
    /// Another one was chosen.
    on_change: Callback<Theme>,
) -> AnyView {
    let face = move || match theme.get() {
        Theme::System => ("Colours: as the system", Glyph::System),
        Theme::Light => ("Colours: light", Glyph::Sun),
        Theme::Dark => ("Colours: dark", Glyph::Moon),
    };
    el("button")
        .attrs(&[("type", "button"), ("class", "btn quiet icon-only theme-switch")])
        .bind("title", move || Some(face().0.to_owned()))
        .on("click", move |_: Event| on_change.run(theme.get().next()))
        .dynamic(move || icon(face().1).into_any())
        .child(el("span").class("visually-hidden").text_with(move || face().0.to_owned()))
        .into_any()
}
