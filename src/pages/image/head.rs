//! The head: what it is, how it stands, what can be done with it.

use image_console_core::config;
use image_console_core::route::{ImageAction, ImagesView, Route};
use image_console_core::time::Timestamp;
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Glyph, Kind, Status};
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use super::oci;
use super::page::Page;
use crate::pages::image_actions::shared::verdict;
use crate::pages::words::image_state_tone;
use crate::state::accounts::use_accounts;
use crate::state::connections::use_connections;
use crate::state::navigation::{href, use_navigation};

/// The dialogs over a Triton image, each with the call whose rules it follows.
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
    let about = Signal::derive(move || {
        let service = page.oci().map(|loaded| format!(" · {}", loaded.service.word())).unwrap_or_default();
        let read = page.query.at.get().map(|at| format!(" · read {}", Timestamp::day_and_time(at)));
        format!("{}{service}{}", name.get(), read.unwrap_or_default())
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
    // Of Oracle Cloud as soon as that is known; otherwise Triton's, which say what keeps them.
    let is_oci = Memo::new(move |_| page.kind() == Some(config::Kind::Oci));
    let actions = move || {
        if is_oci.get() {
            return oci::actions(page);
        }
        let buttons =
            ACTIONS.into_iter().map(move |(label, dialog, action)| button(page, label, dialog, action));
        buttons.collect_view().into_any()
    };
    view! {
        <PageHeader title detail mark about crumbs>
            <Button
                label="Refresh"
                icon=Glyph::Refresh
                busy=page.query.loading
                reason=unknown
                on_press=Callback::new(move |()| page.reload())
            />
            {actions}
        </PageHeader>
    }
    .into_any()
}

/// Why no dialog opens over an image that was not read.
pub const NOT_READ: &str = "The image has not been read yet.";
/// Why none opens over one that is gone.
pub const GONE: &str = "There is no such image any more.";

/// Goes to the address of a dialog.
pub fn open(page: Page, dialog: ImageAction) -> Callback<()> {
    let navigation = use_navigation();
    Callback::new(move |()| {
        navigation.go(Route::Image { connection: page.connection(), id: page.id(), action: Some(dialog) });
    })
}

/// Opens a dialog, or says why not.
fn button(page: Page, label: &'static str, dialog: ImageAction, action: Action) -> AnyView {
    let (accounts, connections, images) = (use_accounts(), use_connections(), page.images);
    let own = move || {
        if page.gone.get() {
            return GONE.to_owned();
        }
        match page.triton() {
            None => NOT_READ.to_owned(),
            Some(loaded) => {
                let verdict = verdict(accounts, images, &page.connection(), &loaded.image, action);
                verdict.reason().unwrap_or_default().to_owned()
            }
        }
    };
    let reason = Memo::new(move |_| connections.why_not(own));
    let on_press = open(page, dialog);
    let kind = if dialog == ImageAction::Delete { Kind::Danger } else { Kind::Normal };
    view! { <Button label kind reason on_press /> }.into_any()
}
