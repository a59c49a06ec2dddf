//! The connections that could not be asked, above a table over several.

use image_console_core::{ApiError, ErrorKind};
use leptos::prelude::*;

use super::notice::{failure_or_sign_in, needed};
use crate::pages::explanations::Whose;
use crate::state::connections::use_connections;
use crate::state::sources::Source;

/// One notice for each connection that is not heard. `said` tells what came of it, such as "the uploads
/// could not be searched"; `again` asks it once more.
pub fn unheard<Q: Clone + PartialEq + Send + Sync + 'static, T: Send + Sync + 'static>(
    sources: RwSignal<Vec<Source<Q, T>>>,
    whose: Whose,
    said: impl Fn(Source<Q, T>) -> String + Copy + Send + Sync + 'static,
    again: impl Fn(Source<Q, T>) + Copy + Send + Sync + 'static,
) -> AnyView {
    let connections = use_connections();
    let one = move |source: Source<Q, T>| {
        let unable = Memo::new(move |_| needed(connections, &source.id()));
        let notice = move || {
            let unsigned = || ApiError::without_answer(ErrorKind::NotSigned, "");
            let error = source.query.error.get().or_else(|| unable.get().then(unsigned));
            let Some(error) = error else { return ().into_any() };
            let id = source.id();
            let what = format!("{}: {}", connections.name(&id), said(source));
            let on_retry = Callback::new(move |()| again(source));
            failure_or_sign_in(&id, what, error, whose, Some(on_retry))
        };
        notice.into_any()
    };
    let list = move || sources.get().into_iter().map(one).collect::<Vec<_>>();
    list.into_any()
}
