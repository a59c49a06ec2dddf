//! Why there is nothing to show, or why it may be old.

use image_console_core::config::Kind;
use image_console_core::{ApiError, ErrorKind};
use image_console_ui::{Notice, Tone};
use leptos::prelude::*;

use super::page::Page;
use crate::pages::explanations::Whose;
use crate::pages::sign_in::{failure_or_sign_in, needed};

/// The notices above the page.
pub fn notice(page: Page) -> AnyView {
    let unable = Memo::new(move |_| needed(page.connections, &page.connection()));
    let failed = move || {
        let unsigned = || ApiError::without_answer(ErrorKind::NotSigned, "");
        let error = page.query.error.get().or_else(|| unable.get().then(unsigned));
        let Some(error) = error else { return ().into_any() };
        let name = page.connections.name(&page.connection());
        let kept =
            if page.instance.with_untracked(Option::is_some) { "; what was read before stays" } else { "" };
        let what = format!("{name}: the service instance could not be read{kept}");
        let on_retry = Callback::new(move |()| page.reload());
        failure_or_sign_in(&page.connection(), what, error, Whose::Api(Kind::CloudFoundry), Some(on_retry))
    };
    let warned = move || {
        let warnings = page.instance.with(|i| i.as_ref().map(|i| i.warnings.clone())).unwrap_or_default();
        let notice = |why: String| view! { <Notice what="The API warns" why tone=Tone::Warn /> }.into_any();
        warnings.into_iter().map(notice).collect_view()
    };
    view! {
        {failed}
        {warned}
    }
    .into_any()
}
