//! The authenticated call of a test, as it would be sent with what is typed now.

use image_console_ui::shell::Preview;
use image_console_upstream::triton_cloudapi::{Caller, requests};
use leptos::prelude::*;

use super::desk::Desk;
use crate::pages::image_actions::shared::preview_forms;
use crate::state::connections::Connected;

/// The preview.
pub fn test_preview(desk: Desk, connected: Signal<Connected>) -> AnyView {
    let forms = Signal::derive(move || {
        connected.with(|connected| {
            let request = requests::list_datacenters(&Caller::from(&connected.connection));
            preview_forms(desk.connections, connected, &request, "triton datacenters".to_owned())
        })
    });
    view! { <Preview forms /> }.into_any()
}
