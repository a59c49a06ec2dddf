//! What went wrong: the reading, the last question of the engine, or the upload itself.

use image_console_core::config::Kind;
use image_console_core::route::{Route, UploadsView};
use image_console_core::{ApiError, ErrorKind};
use image_console_operation::Status;
use image_console_ui::show::error_details;
use image_console_ui::{Notice, Tone};
use image_console_upstream::oracle_marketplace::explain::explain;
use image_console_upstream::oracle_marketplace::{End, Status as Word};
use leptos::prelude::*;

use super::page::Page;
use crate::pages::explanations::Whose;
use crate::pages::sign_in::failure_or_sign_in;
use crate::state::navigation::href;

/// The notices; none while all is well.
pub fn notices(page: Page) -> AnyView {
    view! {
        {reading(page)}
        {engine(page)}
        {ended(page)}
    }
    .into_any()
}

/// The last reading; nothing when it went well.
fn reading(page: Page) -> AnyView {
    let notice = move || {
        let unsigned = || ApiError::without_answer(ErrorKind::NotSigned, "");
        let error = page.query.error.get().or_else(|| page.unsigned().then(unsigned))?;
        let on_retry = Callback::new(move |()| page.reload());
        let name = page.source();
        if error.status == Some(404) {
            return Some(gone(page, &name, &error, on_retry));
        }
        let what = if page.query.at.get_untracked().is_some() {
            format!("{name}: the upload could not be read anew; what was read before stays")
        } else {
            format!("{name}: the upload could not be read")
        };
        let whose = Whose::Api(Kind::Marketplace);
        Some(failure_or_sign_in(&page.connection(), what, error, whose, Some(on_retry)))
    };
    notice.into_any()
}

fn gone(page: Page, name: &str, error: &ApiError, on_retry: Callback<()>) -> AnyView {
    let explained = explain(error);
    let kept = page.query.at.get_untracked().map(|at| {
        view! { <p>{format!("What is shown below was read {}.", at.day_and_time())}</p> }
    });
    let details = error_details(error);
    view! {
        <Notice
            what=format!("{name} has no upload {}, or does not show it", page.id())
            why=explained.why
            next=explained.next
            tone=Tone::Bad
            details
            on_retry
        >
            {kept}
            <p><a href=href(&Route::Uploads(UploadsView::default()))>"All uploads"</a></p>
        </Notice>
    }
    .into_any()
}

/// An upload that ended badly before anybody here looked at it.
fn ended(page: Page) -> AnyView {
    let end = Memo::new(move |_| {
        let told = page.operation.with(|o| o.as_ref().is_some_and(|o| o.status == Status::Failed));
        let word = page.status();
        let end = Word::parse(&word).and_then(Word::end).filter(|end| *end != End::Success && !told)?;
        Some((word, if end == End::Gone { Tone::Warn } else { Tone::Bad }))
    });
    let notice = move || {
        let (word, tone) = end.get()?;
        let mut error = ApiError::without_answer(ErrorKind::Refused, "");
        error.code = Some(word.clone());
        let explained = explain(&error);
        let what = format!("The upload ended as {word}");
        Some(view! { <Notice what why=explained.why next=explained.next tone /> })
    };
    notice.into_any()
}

/// What the engine has met: a question that failed, an upload that ended badly, a warning.
fn engine(page: Page) -> AnyView {
    type Said = (String, ApiError, Tone);
    let said = Memo::new(move |_| {
        page.operation.with(|operation| {
            let operation = operation.as_ref()?;
            let error = ApiError::from(operation.error.as_ref()?);
            let what = match operation.status {
                Status::Failed => (format!("The upload ended as {}", operation.state()), Tone::Bad),
                Status::Succeeded => return None,
                // The reading says it already, with the way in.
                _ if page.unsigned() || error.status == Some(401) => return None,
                _ => ("The last check failed; the upload itself may go on".to_owned(), Tone::Warn),
            };
            Some::<Said>((what.0, error, what.1))
        })
    });
    let warnings = Memo::new(move |_| page.operation.with(|o| o.as_ref().map(|o| o.warnings.clone())));
    let failed = move || {
        let (what, error, tone) = said.get()?;
        let explained = explain(&error);
        let details = error_details(&error);
        Some(view! { <Notice what why=explained.why next=explained.next tone details /> })
    };
    let warned = move || {
        let warnings = warnings.get().unwrap_or_default().into_iter();
        warnings.map(|why| view! { <Notice what="Warning" why tone=Tone::Warn /> }).collect::<Vec<_>>()
    };
    view! {
        {failed}
        {warned}
    }
    .into_any()
}
