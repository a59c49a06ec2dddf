//! What changed since the user looked, field by field.

use image_console_core::config::Kind;
use image_console_ui::{Definition, Fact, Notice, Tone, dom};
use image_console_upstream::oci::{Difference, compare};
use leptos::prelude::*;
use serde_json::Value;

use super::intent::Intent;
use super::subject::Subject;
use crate::pages::explanations::Whose;
use crate::pages::failure::Failure;

/// The changes; nothing while the image is as it was.
#[component]
pub fn Changes(
    /// What is about to be done.
    intent: Intent,
    /// The label of the button that sends it again.
    verb: &'static str,
) -> AnyView {
    let place = dom::unique_id("changes");
    let id = place.clone();
    // What changed is what to read next; the refusal above it had the keyboard so far.
    Effect::new(move |_| {
        if intent.before.with(Option::is_some) && intent.stale() {
            let id = id.clone();
            request_animation_frame(move || {
                dom::focus(&id);
            });
        }
    });
    let same = move || {
        let read = intent.fresh.value.with(Option::is_some) && !intent.fresh.loading.get();
        (intent.stale() && read && intent.before.with(Option::is_none)).then(|| {
            let next = format!("{verb} tries it once more; wait a little if it stays like this.");
            let why = "It was read again, and its fields and its etag are those that you saw.";
            view! { <Notice what="The image is as it was" why next tone=Tone::Warn /> }.into_any()
        })
    };
    let shown = move || {
        let before = intent.before.get()?;
        let after = intent.seen.get();
        let was = Value::Object(before.raw.clone());
        let differences = compare(&was, &Value::Object(after.raw.clone()));
        let none = differences.is_empty();
        let why = if none {
            "Its etag is new, but no field of it differs from what you saw."
        } else {
            "Since you looked at it, these fields have other values:"
        };
        let next = match &after.meta.etag {
            Some(etag) => format!("If it is still what you want, {verb} sends it on the new etag {etag}."),
            None => format!("If it is still what you want, {verb} sends it without if-match: no etag came."),
        };
        let lines = differences.into_iter().map(line).collect_view();
        Some(
            view! {
                <Notice what="The image has changed" why tone=Tone::Warn>
                    {(!none).then(|| view! { <Definition>{lines}</Definition> })}
                    <p>{next}</p>
                </Notice>
            }
            .into_any(),
        )
    };
    view! {
        <div id=place class="refusal" tabindex="-1">
            {same} {shown}
        </div>
    }
    .into_any()
}

/// Why the image could not be read again; nothing while there is no trouble.
#[component]
pub fn NotReadAgain(
    /// What is about to be done.
    intent: Intent,
    /// The image.
    subject: Subject,
) -> AnyView {
    let on_retry = Callback::new(move |()| intent.read_again(&subject));
    let shown = move || {
        let error = intent.fresh.error.get().filter(|_| !intent.fresh.loading.get())?;
        let what = "What the image is now could not be read";
        Some(view! { <Failure what error whose=Whose::Api(Kind::Oci) on_retry /> }.into_any())
    };
    shown.into_any()
}

fn line(difference: Difference) -> AnyView {
    let Difference { field, before, after } = difference;
    let said = |value: Option<String>| value.unwrap_or_else(|| "(not there)".to_owned());
    let change = format!("{} → {}", said(before), said(after));
    view! { <Fact name=field>{change}</Fact> }.into_any()
}
