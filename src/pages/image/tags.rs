//! The image's tags: any JSON values.

use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::triton_cloudapi::model::Image;
use leptos::prelude::*;

use crate::pages::resource::field::{note, odd, unknown};

/// The card.
pub fn card(image: &Image) -> AnyView {
    let body = match &image.tags {
        Lenient::Absent => note("No tags: tags was not sent."),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(tags) if tags.is_empty() => note("No tags: tags is empty."),
        Lenient::Value(tags) => {
            let tags = unknown(tags);
            view! { <Definition>{tags}</Definition> }.into_any()
        }
    };
    view! { <Card title="Tags">{body}</Card> }.into_any()
}
