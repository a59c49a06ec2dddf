//! Fields that the contract does not name: nothing that came is dropped.

use image_console_ui::{Card, Definition};
use image_console_upstream::triton_cloudapi::model::Image;
use leptos::prelude::*;

use crate::pages::resource::field::unknown;

/// The card; nothing when there are no such fields.
pub fn card(image: &Image) -> AnyView {
    if image.unknown.is_empty() {
        return ().into_any();
    }
    let fields = unknown(&image.unknown);
    view! {
        <Card title="Fields the contract does not name">
            <Definition>{fields}</Definition>
        </Card>
    }
    .into_any()
}
