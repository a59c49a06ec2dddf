//! What failed, why in plain words, what to do next, then the upstream's own details with Copy. It
//! stays until it is dismissed.

use super::Tone;
use crate::{
    Glyph, Kind,
    button::{copy_button, cross, simple},
    el::el,
    icon::icon,
};
use image_console_core::ApiError;
use leptos::prelude::*;

/// The upstream's side of an error, in the order in which support asks for it. What the upstream
/// did not send is left out.
#[must_use]
pub fn error_details(error: &ApiError) -> Vec<(String, String)> {
    let status = error.status.map(|status| status.to_string());
    let message = Some(&error.message).filter(|text| !text.is_empty());
    let address = Some(&error.address).filter(|text| !text.is_empty());
    [
        ("Status", status.as_ref()),
        ("Code", error.code.as_ref()),
        ("Message", message),
        ("Request", address),
        ("Request-Id", error.request_id.as_ref()),
        ("Retry-After", error.retry_after.as_ref()),
        ("Body", error.excerpt.as_ref()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?.clone())))
    .collect()
}

/// A panel for an error, a warning or a remark.
#[component]
pub fn Notice(
    /// What happened, in a few words.
    #[prop(into)]
    what: String,
    /// Why, in plain words.
    #[prop(into, optional)]
    why: String,
    /// What to do next.
    #[prop(into, optional)]
    next: String,
    /// How bad it is.
    #[prop(optional, default = Tone::Bad)]
    tone: Tone,
    /// Names and values as the upstream sent them; see [`error_details`].
    #[prop(optional)]
    details: Vec<(String, String)>,
    /// Offers to try again.
    #[prop(into, optional)]
    on_retry: Option<Callback<()>>,
    /// Offers to dismiss it.
    #[prop(into, optional)]
    on_dismiss: Option<Callback<()>>,
    /// Further text, links or buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> AnyView {
    let mut copied: Vec<&str> = [&what, &why, &next].map(String::as_str).into();
    copied.retain(|line| !line.is_empty());
    let mut copied = copied.join("\n");
    for (name, value) in &details {
        for part in ["\n", name, ": ", value] {
            copied.push_str(part);
        }
    }
    let mut text = el("div").class("notice-text").child(el("p").class("notice-what").text(&what));
    for line in [why, next].into_iter().filter(|line| !line.is_empty()) {
        text = text.child(el("p").text(&line));
    }
    if let Some(children) = children {
        text = text.view(children());
    }
    if !details.is_empty() {
        let row = |(name, value): &(String, String)| {
            el("div").child(el("dt").text(name)).child(el("dd").text(value))
        };
        let copy = copy_button(Signal::stored(copied), Signal::stored("Copy details".to_owned()), false);
        text = text.child(el("dl").class("notice-details").all(details.iter().map(row))).child(copy);
    }
    let retry = on_retry.map(|retry| simple("Retry", Kind::Normal, None, move || retry.run(())));
    let dismiss = on_dismiss.map(|go| cross(Signal::stored("Dismiss".to_owned()), move || go.run(())));
    let role = if tone == Tone::Bad { "alert" } else { "group" };
    el("div")
        .attrs(&[("class", &format!("notice {}", tone.class())), ("role", role), ("aria-label", &what)])
        .child(icon(if tone == Tone::Ok { Glyph::Check } else { Glyph::Warning }))
        .child(text)
        .child(el("div").class("notice-actions").maybe(retry).maybe(dismiss))
        .into_any()
}
