//! The navigation: the screens, and whether each connection answers.

use image_console_core::config::Authentication;
use image_console_core::route::{ActivityView, InstancesView, Route, UploadsView};
use image_console_ui::Glyph;
use image_console_ui::el::{El, el};
use image_console_ui::shell::{NavItem, SideNav};
use leptos::prelude::*;

use crate::state::connections::{Connected, Connections, Health, use_connections};
use crate::state::navigation::{href, use_navigation};
use crate::state::operations::use_operations;

/// The navigation beside the screens.
#[component]
pub fn Side() -> AnyView {
    let navigation = use_navigation();
    let operations = use_operations();
    let connections = use_connections();
    let items = Signal::derive(move || {
        let running = operations.running();
        let item = |route: Route, label: &str, icon, count: String, current| NavItem {
            href: href(&route),
            label: label.to_owned(),
            icon,
            count,
            current,
        };
        navigation.route.with(|route| {
            let images = matches!(route, Route::Images(_) | Route::Image { .. });
            let uploads = matches!(route, Route::Uploads(_) | Route::Upload { .. });
            let instances = matches!(route, Route::ServiceInstances(_) | Route::ServiceInstance { .. });
            let activity = matches!(route, Route::Activity(_) | Route::Follow(_) | Route::Operation { .. });
            let settings = matches!(route, Route::Connections { .. });
            let count = if running > 0 { running.to_string() } else { String::new() };
            vec![
                item(Route::default(), "Images", Glyph::Image, String::new(), images),
                item(
                    Route::Uploads(UploadsView::default()),
                    "Uploads",
                    Glyph::Upload,
                    String::new(),
                    uploads,
                ),
                item(
                    Route::ServiceInstances(InstancesView::default()),
                    "Service instances",
                    Glyph::Database,
                    String::new(),
                    instances,
                ),
                item(Route::Activity(ActivityView::default()), "Activity", Glyph::Activity, count, activity),
                item(
                    Route::Connections { edit: None },
                    "Connections",
                    Glyph::Server,
                    String::new(),
                    settings,
                ),
            ]
        })
    });
    let rows = move || {
        let list = connections.list.get();
        list.iter().map(|connected| row(connections, connected).into_any()).collect::<Vec<_>>().into_any()
    };
    let more = move || {
        let rows = el("ul").dynamic(rows);
        vec![el("h2").text("Connections").into_any(), rows.into_any()].into_any()
    };
    view! { <SideNav items>{more()}</SideNav> }.into_any()
}

fn row(connections: Connections, connected: &Connected) -> El {
    let connection = &connected.connection;
    let id = connection.id.clone();
    let lacking = connected.lacks_credentials();
    let needs = match connection.authentication {
        Authentication::Token => "needs a sign-in",
        _ => "needs a key",
    };
    let health = Memo::new(move |_| match connections.health.with(|all| all.get(&id).cloned()) {
        _ if lacking => ("dot warn", needs),
        None => ("dot muted", "not asked yet"),
        Some(Health::Fine(_)) => ("dot ok", "answers"),
        Some(Health::Trouble(_)) => ("dot bad", "does not answer as it should"),
    });
    let dot = el("span").attr("aria-hidden", "true").bind("class", move || Some(health.get().0.to_owned()));
    let link = el("a")
        .attr("href", &href(&Route::Connections { edit: None }))
        .bind("title", move || Some(health.get().1.to_owned()))
        .child(dot)
        .child(el("span").text(&format!("{} · {}", connection.name, connection.kind().label())))
        .child(el("span").class("visually-hidden").text_with(move || format!(": {}", health.get().1)));
    el("li").child(link)
}
