//! What is to be said before the table. The rows of the connections that were heard stay, and the old ones
//! of those that were not.

use image_console_core::config::Kind;
use image_console_core::format;
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::explanations::Whose;
use crate::pages::left_out::left_out as said_left_out;
use crate::pages::sign_in::unheard;

/// What of the address was not understood, or would be refused, and is therefore left out.
pub fn left_out(shown: Shown) -> AnyView {
    let refused = shown.refused.get().into_iter().map(|error| {
        let said = error.message.unwrap_or_default();
        format!("{}: {said}", error.field)
    });
    said_left_out(refused.collect())
}

/// One notice for each connection that is not heard.
pub fn notices(shown: Shown) -> AnyView {
    let said = move |source: crate::state::uploads::search::Source| {
        let search = shown.search.get_untracked();
        let found = source.query.value.get_untracked().filter(|found| found.search == search);
        let kept = found.map_or_else(String::new, |found| {
            format!("; {} from before stay", format::plural(found.listing.uploads.len() as u64, "row"))
        });
        format!("the uploads could not be searched{kept}")
    };
    let again = move |source| shown.found.refresh_one(source);
    unheard(shown.found.sources, Whose::Api(Kind::Marketplace), said, again)
}
