//! The layers of a container image, each with its digest and size.

use image_console_core::format;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oci_artifacts::model::{ContainerImage, Layer};
use leptos::prelude::*;

use super::field::{size, time};
use crate::pages::resource::field::{mono, note, odd, unknown};

/// The card.
pub fn card(image: &ContainerImage) -> AnyView {
    let body = match &image.layers {
        Lenient::Absent => note("layers was not sent."),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(layers) if layers.is_empty() => note("layers is empty."),
        Lenient::Value(layers) => {
            let all = layers.iter().map(layer).collect::<Vec<_>>();
            let remark =
                note(&format!("{}, as they are stored.", format::plural(layers.len() as u64, "layer")));
            view! { {remark} {all} }.into_any()
        }
    };
    view! { <Card title="Layers">{body}</Card> }.into_any()
}

fn layer(layer: &Lenient<Layer>) -> AnyView {
    let layer = match layer {
        Lenient::Value(layer) => layer,
        Lenient::Wrong(raw) => return view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Absent => return note("One entry is null."),
    };
    let mut facts = vec![
        mono("digest", &layer.digest),
        size("sizeInBytes", &layer.size_in_bytes, 1, "bytes"),
        time("timeCreated", &layer.time_created),
    ];
    facts.extend(unknown(&layer.unknown));
    view! { <Definition>{facts}</Definition> }.into_any()
}
