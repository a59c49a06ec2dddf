//! The palette: one field over screens, actions and every image that has arrived.

use std::sync::Arc;

use image_console_catalogue::{Query, Selections, View, Viewer};
use image_console_core::config::Kind;
use image_console_core::lower;
use image_console_core::route::{
    ActivityView, ConnectionEdit, ImageAction, ImagesAction, ImagesView, InstancesView, Route, Show,
    UploadsView,
};
use image_console_ui::Choice;
use image_console_ui::shell::Palette;
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections, use_connections};
use crate::state::images::use_images;
use crate::state::navigation::use_navigation;

/// The most images shown at once; the count says how many there are.
const MOST: usize = 50;

/// Screens and actions, with where they lead.
fn places(here: &Route) -> Vec<(String, Route)> {
    let table = |action| Route::Images(ImagesView { action: Some(action), ..ImagesView::default() });
    let mut places = Vec::new();
    if let Route::Image { connection, id, .. } = here {
        for (word, action) in ImageAction::ALL {
            let route =
                Route::Image { connection: connection.clone(), id: id.clone(), action: Some(*action) };
            places.push((format!("This image: {word}"), route));
        }
    }
    places.extend([
        ("Images".to_owned(), Route::default()),
        ("Create an image from a machine".to_owned(), table(ImagesAction::Create)),
        ("Import an image from a datacenter".to_owned(), table(ImagesAction::Import)),
        ("Uploads to the Marketplace".to_owned(), Route::Uploads(UploadsView::default())),
        ("Service instances".to_owned(), Route::ServiceInstances(InstancesView::default())),
        ("Activity".to_owned(), Route::Activity(ActivityView::default())),
        ("Running operations".to_owned(), Route::Activity(Show::Running.into())),
        ("Connections".to_owned(), Route::Connections { edit: None }),
        ("Add a connection".to_owned(), Route::Connections { edit: Some(ConnectionEdit::New) }),
    ]);
    places
}

/// Whether what an address opens is there to change something.
fn changes(route: &Route) -> bool {
    match route {
        Route::Images(view) => view.action.is_some(),
        Route::Image { action, .. } => action.is_some(),
        _ => false,
    }
}

/// The upload of a number, on each connection that has uploads.
fn uploads(connections: Connections, number: &str) -> Vec<Choice> {
    if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
        return Vec::new();
    }
    connections.list.with(|list| {
        let of_the_api = list.iter().filter(|c| c.connection.kind() == Kind::Marketplace);
        let choice = |connected: &Arc<Connected>| {
            let connection = &connected.connection;
            let route = Route::Upload { connection: connection.id.clone(), id: number.to_owned() };
            Choice::new(route.print(), format!("Upload {number}")).detail(connection.name.clone())
        };
        of_the_api.map(choice).collect()
    })
}

/// The palette as a dialog.
#[component]
pub fn PaletteDialog(on_close: Callback<()>) -> AnyView {
    let navigation = use_navigation();
    let images = use_images();
    let connections = use_connections();
    let typed = RwSignal::new(String::new());
    let viewer = StoredValue::new_local(Viewer::new());
    let found = Signal::derive(move || {
        let typed = typed.get();
        let folded = lower(typed.trim());
        let mut choices: Vec<Choice> = places(&navigation.route.get())
            .into_iter()
            .filter(|(label, _)| lower(label).contains(&folded))
            .map(|(label, route)| {
                let choice = Choice::new(route.print(), label);
                let why = connections.read_only().filter(|_| changes(&route));
                why.into_iter().fold(choice, Choice::because)
            })
            .collect();
        choices.extend(uploads(connections, typed.trim()));
        let mut total = choices.len();
        if !folded.is_empty() {
            let view = View { query: Query::parse(&typed), facets: Selections::default(), sort: None };
            images.with(|catalogue| {
                let rows = viewer.try_update_value(|v| v.project(catalogue, &view).rows).unwrap_or_default();
                total += rows.len();
                choices.extend(rows.iter().take(MOST).filter_map(|row| {
                    let row = catalogue.row(*row)?;
                    let id = row.id().value()?;
                    let name = row.name().value().unwrap_or(id);
                    let detail = [row.version().value(), Some(row.connection()), row.state().value()];
                    let detail: Vec<&str> = detail.into_iter().flatten().collect();
                    let route = Route::image(row.connection(), id);
                    Some(Choice::new(route.print(), name).detail(detail.join(" · ")))
                }));
            });
        }
        (Arc::new(choices), total)
    });
    let pick = Callback::new(move |address: String| {
        on_close.run(());
        navigation.go(Route::parse(&address).0);
    });
    view! { <Palette typed found label="Search images, screens and actions" on_pick=pick on_close /> }
        .into_any()
}
