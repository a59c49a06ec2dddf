//! The image's files: by the documents at most one, but what comes is shown.

use image_console_core::format;
use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::{Image, ImageFile};
use leptos::prelude::*;

use crate::pages::resource::field::{mono, note, number, odd, text, unknown};

/// The card.
pub fn card(image: &Image) -> AnyView {
    let body = match &image.files {
        Lenient::Absent => {
            note("files was not sent: the API leaves it out while the image is being created.")
        }
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(files) if files.is_empty() => note("files is empty."),
        Lenient::Value(files) => files.iter().map(file).collect::<Vec<_>>().into_any(),
    };
    view! { <Card title="Files">{body}</Card> }.into_any()
}

fn file(file: &Lenient<ImageFile>) -> AnyView {
    let file = match file {
        Lenient::Value(file) => file,
        Lenient::Wrong(raw) => return view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Absent => return note("One entry is null."),
    };
    let mut facts = vec![
        text("compression", &file.compression),
        mono("sha1", &file.sha1),
        number("size", &file.size, format::bytes, "bytes"),
    ];
    facts.extend(unknown(&file.unknown));
    view! { <Definition>{facts}</Definition> }.into_any()
}
