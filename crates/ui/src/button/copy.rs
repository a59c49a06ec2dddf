//! Copying text. The clipboard belongs to the platform, so the application provides a [`Copier`]
//! once, and every copy button asks that.

use crate::{
    Glyph,
    el::{El, el},
    icon::icon,
};
use leptos::prelude::*;
use web_sys::Event;

/// One wish to copy: the text, and whom to tell whether it worked.
#[derive(Clone)]
pub struct CopyRequest {
    /// What goes to the clipboard.
    pub text: String,
    /// Run it with whether the clipboard took the text.
    pub done: Callback<bool>,
}

/// Who writes to the clipboard: provide it as a context at the root.
#[derive(Clone, Copy)]
pub struct Copier(pub Callback<CopyRequest>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Idle,
    Copied,
    Failed,
}

/// Copies a text and says so until the pointer and the keyboard have left it.
#[component]
pub fn CopyButton(
    /// The text to copy, read when pressed.
    #[prop(into)]
    text: Signal<String>,
    /// What is copied, e.g. `Copy ID`.
    #[prop(into)]
    label: Signal<String>,
    /// Shows the icon alone; the label stays for screen readers and as the title.
    #[prop(optional)]
    icon_only: bool,
) -> AnyView {
    copy_button(text, label, icon_only).into_any()
}

pub(crate) fn copy_button(text: Signal<String>, label: Signal<String>, icon_only: bool) -> El {
    let copier = use_context::<Copier>();
    let state = RwSignal::new(State::Idle);
    let done = Callback::new(move |ok: bool| {
        let _ = state.try_set(if ok { State::Copied } else { State::Failed });
    });
    let press = move |_: Event| match copier {
        Some(Copier(copy)) => {
            let _ = copy.try_run(CopyRequest { text: text.get(), done });
        }
        None => done.run(false),
    };
    let shown = Signal::derive(move || match state.get() {
        State::Idle => label.get(),
        State::Copied => "Copied".to_owned(),
        State::Failed => "Not copied: select the text and press Ctrl C".to_owned(),
    });
    let small = move || icon_only && state.get() != State::Failed;
    let calm = move |_: Event| {
        let _ = state.try_set(State::Idle);
    };
    el("button")
        .attrs(&[("type", "button"), ("class", "btn quiet copy")])
        .toggle("icon-only", small)
        .toggle("ok", move || state.get() == State::Copied)
        .bind("title", move || icon_only.then(|| shown.get()))
        .on("click", press)
        .on("blur", calm)
        .on("mouseleave", calm)
        .dynamic(move || {
            icon(if state.get() == State::Copied { Glyph::Check } else { Glyph::Copy }).into_any()
        })
        .child(el("span").attr("aria-live", "polite").toggle("visually-hidden", small).text_of(shown))
}
