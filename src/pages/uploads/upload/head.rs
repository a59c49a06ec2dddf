//! The head: which upload it is, how it stands, and reading it anew.

use image_console_core::route::{Route, UploadsView};
use image_console_platform::history;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, CopyButton, Glyph, Status};
use leptos::prelude::*;

use super::page::Page;
use crate::pages::uploads::words::tone;
use crate::state::navigation::href;

/// The page's head.
pub fn header(page: Page) -> AnyView {
    let title = Signal::derive(move || page.name());
    let detail = Signal::derive(move || if title.get() == page.id() { String::new() } else { page.id() });
    let about = Signal::derive(move || {
        let read = page.query.at.get().map(|at| format!(" · read {}", at.day_and_time()));
        format!("{}{}", page.source(), read.unwrap_or_default())
    });
    let crumbs = Signal::derive(move || {
        let of_source = UploadsView { sources: vec![page.connection()], ..UploadsView::default() };
        vec![
            (href(&Route::Uploads(UploadsView::default())), "Uploads".to_owned()),
            (href(&Route::Uploads(of_source)), page.source()),
        ]
    });
    let mark = move || {
        let word = Memo::new(move |_| page.status());
        let known = move || word.with(|word| !word.is_empty());
        let tone = Signal::derive(move || word.with(|word| tone(word)));
        view! { <Show when=known><Status word tone /></Show> }.into_any()
    };
    let reason = Signal::derive(move || {
        let unknown = page.connected.with(Option::is_none);
        if unknown { "This browser does not know the connection." } else { "" }.to_owned()
    });
    let link = Signal::derive(move || {
        let route = Route::Upload { connection: page.connection(), id: page.id() };
        format!("{}{}", history::origin(), href(&route))
    });
    view! {
        <PageHeader title detail mark about crumbs>
            <Button
                label="Refresh"
                icon=Glyph::Refresh
                busy=page.query.loading
                reason
                on_press=Callback::new(move |()| page.reload())
            />
            <CopyButton text=link label="Copy link" />
        </PageHeader>
    }
    .into_any()
}
