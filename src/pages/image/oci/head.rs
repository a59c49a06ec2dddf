//! What can be done with the image: a compute image can be exported, a container image restored.

use image_console_core::Service;
use image_console_core::route::ImageAction;
use image_console_ui::Button;
use image_console_upstream::{oci_artifacts, oci_compute};
use leptos::prelude::*;

use crate::pages::image::head::{GONE, NOT_READ, open};
use crate::pages::image::page::Page;
use crate::state::connections::use_connections;
use crate::state::image::oci_service;

/// The button of the action that the image's service has.
pub fn actions(page: Page) -> AnyView {
    // Before the image is read, its id or its row tells.
    let service = Memo::new(move |_| match page.oci() {
        Some(loaded) => loaded.service,
        None => oci_service(page.images, &page.connection(), &page.id()),
    });
    let button = move || match service.get() {
        Service::Artifacts => button(page, "Restore…", ImageAction::Restore),
        _ => button(page, "Export…", ImageAction::Export),
    };
    button.into_any()
}

fn button(page: Page, label: &'static str, dialog: ImageAction) -> AnyView {
    let connections = use_connections();
    let own = move || {
        if page.gone.get() {
            return GONE.to_owned();
        }
        let Some(loaded) = page.oci() else { return NOT_READ.to_owned() };
        let state = loaded.raw.get("lifecycleState").and_then(|state| state.as_str());
        let verdict = match dialog {
            ImageAction::Restore => oci_artifacts::rules::restore_image(state),
            _ => oci_compute::rules::export_image(state),
        };
        verdict.reason().unwrap_or_default().to_owned()
    };
    let reason = Memo::new(move |_| connections.why_not(own));
    let on_press = open(page, dialog);
    view! { <Button label reason on_press /> }.into_any()
}
