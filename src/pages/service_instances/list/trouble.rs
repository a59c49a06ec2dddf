//! What is to be said before the table.

use image_console_core::config::Kind;
use image_console_core::{ApiError, ErrorKind, format};
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::Shown;
use crate::pages::explanations::Whose;
use crate::pages::sign_in::{failure_or_sign_in, needed};
use crate::state::connections::use_connections;
use crate::state::foundry::list::Source;
use crate::state::navigation::use_navigation;

/// Parameters of the address that were not understood and therefore dropped.
pub fn dropped() -> AnyView {
    let dropped = use_navigation().dropped;
    let words = dropped.get();
    if words.is_empty() {
        return ().into_any();
    }
    let on_dismiss = Callback::new(move |()| dropped.set(Vec::new()));
    view! {
        <Notice
            what="A part of the address was not understood and is left out"
            why=words.join(", ")
            next="The rest of the address applies."
            tone=Tone::Warn
            on_dismiss
        />
    }
    .into_any()
}

/// One notice for each connection that is not heard.
pub fn notices(shown: Shown) -> AnyView {
    let list = move || {
        let sources = shown.lists.sources.get();
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
        let kept = source.query.value.with_untracked(|l| l.as_ref().map_or(0, |l| l.rows.len()));
        let kept = match kept {
            0 => String::new(),
            some => format!("; {} stay", format::plural(some as u64, "row")),
        };
        let on_retry = Callback::new(move |()| shown.lists.go_on(source));
        let what = format!("{name}: the service instances could not be listed{kept}");
        failure_or_sign_in(&id, what, error, Whose::Api(Kind::CloudFoundry), Some(on_retry))
    };
    notice.into_any()
}
