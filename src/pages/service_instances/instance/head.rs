//! The head: what it is, how it stands, what can be done with it.

use image_console_core::route::{InstanceAction, InstancesView, Route};
use image_console_ui::shell::PageHeader;
use image_console_ui::{Button, Glyph, Kind, Status};
use image_console_upstream::cloud_foundry::rules::Action;
use leptos::prelude::*;

use super::page::Page;
use crate::pages::service_instances::words::{named, tone};
use crate::state::navigation::{href, use_navigation};

/// The page's head.
pub fn header(page: Page) -> AnyView {
    let title = Signal::derive(move || page.name());
    let source = Signal::derive(move || page.connections.name(&page.connection()));
    let about = Signal::derive(move || {
        let place = page.instance.with(|loaded| {
            let place = &loaded.as_ref()?.instance.place;
            let names = [named(place.organization.as_ref()), named(place.space.as_ref())];
            let names: Vec<&str> = names.into_iter().flatten().collect();
            (!names.is_empty()).then(|| format!(" · {}", names.join(" / ")))
        });
        let read = page.query.at.get().map(|at| format!(" · read {}", at.day_and_time()));
        format!("{}{}{}", source.get(), place.unwrap_or_default(), read.unwrap_or_default())
    });
    let crumbs = Signal::derive(move || {
        let of_source = InstancesView { sources: vec![page.connection()], ..InstancesView::default() };
        vec![
            (href(&Route::ServiceInstances(InstancesView::default())), "Service instances".to_owned()),
            (href(&Route::ServiceInstances(of_source)), source.get()),
        ]
    });
    let operation = Memo::new(move |_| {
        page.instance.with(|loaded| {
            let operation = loaded.as_ref()?.instance.operation()?;
            Some((operation.words(), tone(operation)))
        })
    });
    let mark = move || {
        operation.get().map(|(word, tone)| view! { <Status word tone=Signal::stored(tone) /> }.into_any())
    };
    let mark = move || mark().into_any();
    let unknown = Signal::derive(move || {
        let unknown = page.connected.with(Option::is_none);
        if unknown { "This browser does not know the connection." } else { "" }.to_owned()
    });
    view! {
        <PageHeader title mark about crumbs>
            <Button
                label="Refresh"
                icon=Glyph::Refresh
                busy=page.query.loading
                reason=unknown
                on_press=Callback::new(move |()| page.reload())
            />
            {button(page, "Create backup…", InstanceAction::Backup, Kind::Normal)}
            {button(page, "Restore…", InstanceAction::Restore, Kind::Danger)}
        </PageHeader>
    }
    .into_any()
}

/// The call whose rules a dialog follows.
pub fn rule(action: InstanceAction) -> Action {
    match action {
        InstanceAction::Backup => Action::CreateServiceInstanceBackup,
        InstanceAction::Restore => Action::RestoreServiceInstance,
    }
}

/// Opens a dialog, or says why not.
fn button(page: Page, label: &'static str, action: InstanceAction, kind: Kind) -> AnyView {
    let navigation = use_navigation();
    let reason = Memo::new(move |_| page.connections.why_not(|| page.reason(rule(action))));
    let on_press = Callback::new(move |()| {
        let (connection, guid) = (page.connection(), page.guid());
        navigation.go(Route::ServiceInstance { connection, guid, action: Some(action) });
    });
    view! { <Button label kind reason on_press /> }.into_any()
}
