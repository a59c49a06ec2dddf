//! What an instance of the image needs (contract §3).

use image_console_core::format;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::{Image, Requirements};
use leptos::prelude::*;

use crate::pages::resource::field::{note, number, odd, text, unknown};

/// The card.
pub fn card(image: &Image) -> AnyView {
    let body = match &image.requirements {
        Lenient::Absent => note("requirements was not sent."),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(requirements) if *requirements == Requirements::default() => {
            note("None: requirements is empty.")
        }
        Lenient::Value(requirements) => facts(requirements),
    };
    view! { <Card title="Requirements">{body}</Card> }.into_any()
}

fn facts(requirements: &Requirements) -> AnyView {
    let memory = [
        ("min_ram", &requirements.min_ram),
        ("min_memory", &requirements.min_memory),
        ("max_ram", &requirements.max_ram),
        ("max_memory", &requirements.max_memory),
    ];
    let mut facts: Vec<AnyView> =
        memory.into_iter().map(|(name, field)| number(name, field, format::mebibytes, "MiB")).collect();
    facts.push(text("brand", &requirements.brand));
    facts.push(text("bootrom", &requirements.bootrom));
    facts.extend(unknown(&requirements.unknown));
    view! { <Definition>{facts}</Definition> }.into_any()
}
