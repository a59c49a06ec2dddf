//! Why the image failed, in plain words, with what to do: the question people open this page for.

use image_console_ui::{Notice, Tone};
use image_console_upstream::decode::Lenient;
use image_console_upstream::explanation::Explanation;
use image_console_upstream::triton_cloudapi::explain::explain_image_error;
use leptos::prelude::*;

use crate::state::image::LoadedImage;

/// The notice; nothing when the image has not failed and carries no error.
pub fn notice(loaded: &LoadedImage) -> AnyView {
    let image = &loaded.image;
    let failed = image.state.text() == Some("failed");
    if !failed && image.error.is_absent() {
        return ().into_any();
    }
    let mut details = Vec::new();
    let mut code = None;
    match &image.error {
        Lenient::Absent => {}
        Lenient::Wrong(raw) => details.push(("error".to_owned(), raw.clone())),
        Lenient::Value(error) => {
            code = error.code.shown(Clone::clone);
            let known = [("code", code.clone()), ("message", error.message.shown(Clone::clone))];
            details.extend(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))));
            details.extend(error.unknown.iter().map(|(name, value)| (name.clone(), value.to_string())));
        }
    }
    if let Some(id) = &loaded.meta.request_id {
        details.push(("Request-Id".to_owned(), id.clone()));
    }
    let Explanation { why, next } = code.as_deref().and_then(explain_image_error).unwrap_or_else(|| {
        let why = if code.is_some() {
            "The server could not make the image. This code is not in the API's documents."
        } else {
            "The server could not make the image and does not say why."
        };
        Explanation::new(why, "Look at the machine it was made from, or give the operator the image's id.")
    });
    let what = match &code {
        Some(code) if failed => format!("The image failed: {code}"),
        Some(code) => format!("The image carries an error: {code}"),
        None => "The image failed".to_owned(),
    };
    view! {
        <Notice what why next tone=Tone::Bad details>
            <p>"The server removes a failed image by itself after 7 days."</p>
        </Notice>
    }
    .into_any()
}
