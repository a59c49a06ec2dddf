//! The versions of a container image: who attached each, and when.

use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oci_artifacts::model::{ContainerImage, Version};
use leptos::prelude::*;

use super::field::time;
use crate::pages::resource::field::{mono, note, odd, text, unknown};

/// The card.
pub fn card(image: &ContainerImage) -> AnyView {
    let body = match &image.versions {
        Lenient::Absent => note("versions was not sent."),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(versions) if versions.is_empty() => {
            note("None: versions is empty. The image can be had by its digest only.")
        }
        Lenient::Value(versions) => versions.iter().map(version).collect::<Vec<_>>().into_any(),
    };
    view! { <Card title="Versions">{body}</Card> }.into_any()
}

fn version(version: &Lenient<Version>) -> AnyView {
    let version = match version {
        Lenient::Value(version) => version,
        Lenient::Wrong(raw) => return view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Absent => return note("One entry is null."),
    };
    let mut facts = vec![
        text("version", &version.version),
        mono("createdBy", &version.created_by),
        time("timeCreated", &version.time_created),
    ];
    facts.extend(unknown(&version.unknown));
    view! { <Definition>{facts}</Definition> }.into_any()
}
