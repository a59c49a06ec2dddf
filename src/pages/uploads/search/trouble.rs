//! The connections that could not be searched. The rows of the others stay, and their own old ones.

use image_console_core::config::Kind;
use image_console_core::{ApiError, ErrorKind, format};
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::view::Shown;
use crate::pages::explanations::Whose;
use crate::pages::sign_in::{failure_or_sign_in, needed};
use crate::state::connections::use_connections;
use crate::state::navigation::use_navigation;
use crate::state::uploads::search::Source;

/// What of the address was not understood, or would be refused, and is therefore left out.
pub fn left_out(shown: Shown) -> AnyView {
    let dropped = use_navigation().dropped;
    let mut words = dropped.get();
    words.extend(shown.refused.get().into_iter().map(|error| {
        let said = error.message.unwrap_or_default();
        format!("{}: {said}", error.field)
    }));
    if words.is_empty() {
        return ().into_any();
    }
    view! {
        <Notice
            what="A part of the address was not understood and is left out"
            why=words.join(", ")
            next="The rest of the address applies."
            tone=Tone::Warn
        />
    }
    .into_any()
}

/// One notice for each connection that is not heard.
pub fn notices(shown: Shown) -> AnyView {
    let list = move || {
        let sources = shown.found.sources.get();
        sources.into_iter().map(|source| notice(shown, source)).collect::<Vec<_>>()
    };
    list.into_any()
}

fn notice(shown: Shown, source: Source) -> AnyView {
    let connections = use_connections();
    let unable = Memo::new(move |_| needed(connections, &source.id()));
    let notice = move || {
        let unsigned = || ApiError::without_answer(ErrorKind::NotSigned, "");
        let error = source.query.error.get().or_else(|| unable.get().then(unsigned));
        let Some(error) = error else { return ().into_any() };
        let id = source.id();
        let name = connections.name(&id);
        let search = shown.search.get_untracked();
        let found = source.query.value.get_untracked().filter(|found| found.search == search);
        let kept = found.map_or_else(String::new, |found| {
            format!("; {} from before stay", format::plural(found.listing.uploads.len() as u64, "row"))
        });
        let on_retry = Callback::new(move |()| shown.found.refresh_one(source));
        let what = format!("{name}: the uploads could not be searched{kept}");
        failure_or_sign_in(&id, what, error, Whose::Api(Kind::Marketplace), Some(on_retry))
    };
    notice.into_any()
}
