//! The button: it stays focusable while busy or not allowed, because a control that vanishes from
//! the tab order cannot say why.

use crate::{
    Glyph,
    dom::unique_id,
    el::{El, el},
    icon::icon,
};
use leptos::prelude::*;
use web_sys::MouseEvent;

/// How much weight a button has.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Kind {
    /// The usual one.
    #[default]
    Normal,
    /// The one thing this screen or dialog is for.
    Primary,
    /// Opens the way to something that loses data.
    Danger,
    /// Does it.
    DangerSolid,
    /// Without a frame, beside text or in a row.
    Quiet,
}

impl Kind {
    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Normal => "btn",
            Self::Primary => "btn primary",
            Self::Danger => "btn danger",
            Self::DangerSolid => "btn danger-solid",
            Self::Quiet => "btn quiet",
        }
    }
}

/// A button. A press while it is busy or not allowed does nothing, also when the press is the Enter
/// of a form whose submit button this is.
#[component]
pub fn Button(
    /// What it does, as a verb. With `icon_only` it is read out but not shown.
    #[prop(into)]
    label: Signal<String>,
    /// Its weight.
    #[prop(optional)]
    kind: Kind,
    /// Before the label.
    #[prop(optional, into)]
    icon: Option<Glyph>,
    /// Shows the icon alone; the label stays for screen readers and as the title.
    #[prop(optional)]
    icon_only: bool,
    /// Whether Enter in the form presses it.
    #[prop(optional)]
    submit: bool,
    /// Work that this button started is under way.
    #[prop(into, optional)]
    busy: Signal<bool>,
    /// Why it cannot be pressed now; empty when it can.
    #[prop(into, optional)]
    reason: Signal<String>,
    /// Called on each press that counts. A submit button may leave it out: the form is submitted.
    #[prop(into, optional)]
    on_press: Option<Callback<()>>,
) -> AnyView {
    let blocked = move || reason.with(|text| !text.is_empty());
    let id = unique_id("why");
    let described = id.clone();
    let press = move |event: MouseEvent| {
        if busy.get() || blocked() {
            event.prevent_default();
            event.stop_propagation();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    let button = plain(label, kind, icon, icon_only)
        .attr("type", if submit { "submit" } else { "button" })
        .flag("aria-busy", "true", move || busy.get())
        .flag("aria-disabled", "true", blocked)
        .bind("aria-describedby", move || blocked().then(|| described.clone()))
        .on("click", press);
    let why = el("span")
        .attrs(&[("class", "reason"), ("id", &id), ("role", "tooltip")])
        .flag("hidden", "", move || !blocked())
        .text_of(reason);
    el("span").class("anchored").child(button).child(why).into_any()
}

/// A `<button>` with its face, still without a type.
pub(crate) fn plain(label: Signal<String>, kind: Kind, glyph: Option<Glyph>, icon_only: bool) -> El {
    let button = el("button").class(kind.class()).maybe(glyph.map(icon));
    let text = el("span").text_of(label);
    if icon_only {
        let button = button.toggle("icon-only", || true).bind("title", move || Some(label.get()));
        button.child(text.class("visually-hidden"))
    } else {
        button.child(text)
    }
}

/// A button that removes, closes or clears: a cross with a name.
pub(crate) fn cross(label: Signal<String>, press: impl Fn() + 'static) -> El {
    plain(label, Kind::Quiet, Some(Glyph::Close), true)
        .attr("type", "button")
        .on("click", move |_: MouseEvent| press())
}

/// A button that is always allowed and never busy.
pub(crate) fn simple(label: &str, kind: Kind, glyph: Option<Glyph>, press: impl Fn() + 'static) -> El {
    let button = el("button").class(kind.class()).attr("type", "button").maybe(glyph.map(icon));
    button.child(el("span").text(label)).on("click", move |_: MouseEvent| press())
}
