//! A state: a dot and the API's own word, so that colour never stands alone.

use crate::el::el;
use leptos::prelude::*;

/// What a colour means here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it should be.
    Ok,
    /// Works, but look at it.
    Warn,
    /// Failed.
    Bad,
    /// Under way.
    Accent,
    /// At rest, or a word that this console does not know.
    #[default]
    Muted,
}

impl Tone {
    /// Its class name.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Warn => "warn",
            Self::Bad => "bad",
            Self::Accent => "accent",
            Self::Muted => "muted",
        }
    }
}

/// A dot and a word.
#[component]
pub fn Status(
    /// The state as the API spells it.
    #[prop(into)]
    word: Signal<String>,
    /// Its colour.
    #[prop(into)]
    tone: Signal<Tone>,
) -> AnyView {
    let dot = el("span").bind("class", move || Some(format!("status {}", tone.get().class())));
    dot.text_of(word).into_any()
}
