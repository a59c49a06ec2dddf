//! The head: what it is, how it stands, what can be done with it.

use image_console_core::route::{ImageAction, ImagesView, Route};
use image_console_core::time::Timestamp;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Glyph, Kind, Status};
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::image_actions::shared::verdict;
use crate::pages::words::image_state_tone;
use crate::state::accounts::use_accounts;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};

/// The dialogs over an image, each with the call whose rules it follows.
const ACTIONS: [(&str, ImageAction, Action); 4] = [
    ("Update…", ImageAction::Update, Action::UpdateImage),
    ("Clone…", ImageAction::Clone, Action::CloneImage),
    ("Export…", ImageAction::Export, Action::ExportImage),
    ("Delete…", ImageAction::Delete, Action::DeleteImage),
];

/// The page's head.
pub fn header(page: Page) -> AnyView {
    let connections = use_connections();
    let title = Signal::derive(move || page.name());
    let detail = Signal::derive(move || page.row.with(|row| row.version.clone()).unwrap_or_default());
    let name = Signal::derive(move || connections.name(&page.connection()));
    let about = Signal::derive(move || match page.query.at.get() {
        Some(at) => format!("{} · read {}", name.get(), Timestamp::day_and_time(at)),
        None => name.get(),
    });
    let unknown = Signal::derive(move || {
        let unknown = page.connected.with(Option::is_none);
        if unknown { "This browser does not know the connection." } else { "" }.to_owned()
    });
    let crumbs = Signal::derive(move || {
        let mut of_source = ImagesView::default();
        of_source.set_facet("source", [page.connection()]);
        vec![(href(&Route::default()), "Images".to_owned()), (href(&Route::Images(of_source)), name.get())]
    });
    let mark = move || {
        let state = Signal::derive(move || page.row.with(|row| row.state.clone()).unwrap_or_default());
        let tone = Signal::derive(move || state.with(|word| image_state_tone(word)));
        let known = move || state.with(|word| !word.is_empty());
        view! { <Show when=known><Status word=state tone /></Show> }.into_any()
    };
    let actions = ACTIONS.into_iter().map(move |(label, dialog, action)| button(page, label, dialog, action));
    view! {
        <PageHeader title detail mark about crumbs>
            <Button
                label="Refresh"
                icon=Glyph::Refresh
                busy=page.query.loading
                reason=unknown
                on_press=Callback::new(move |()| page.reload())
            />
            {actions.collect_view()}
        </PageHeader>
    }
    .into_any()
}

/// Opens a dialog, or says why not.
fn button(page: Page, label: &'static str, dialog: ImageAction, action: Action) -> AnyView {
    let (accounts, images, navigation) = (use_accounts(), page.images, use_navigation());
    let reason = Memo::new(move |_| {
        if page.gone.get() {
            return "There is no such image any more.".to_owned();
        }
        page.image.with(|loaded| match loaded {
            None => "The image has not been read yet.".to_owned(),
            Some(loaded) => {
                let verdict = verdict(accounts, images, &page.connection(), &loaded.image, action);
                verdict.reason().unwrap_or_default().to_owned()
            }
        })
    });
    let on_press = Callback::new(move |()| {
        navigation.go(Route::Image { connection: page.connection(), id: page.id(), action: Some(dialog) });
    });
    let kind = if dialog == ImageAction::Delete { Kind::Danger } else { Kind::Normal };
    view! { <Button label kind reason on_press /> }.into_any()
}
