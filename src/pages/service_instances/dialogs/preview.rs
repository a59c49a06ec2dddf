//! The request as it will be sent, as HTTP, for `curl` and for `cf curl`.

use image_console_core::Request;
use image_console_upstream::cloud_foundry::preview::cf_curl;
use leptos::prelude::*;

use crate::pages::image_actions::shared::preview_forms;
use crate::pages::service_instances::instance::Page;

/// All spellings; with subscription.
pub fn forms(page: Page, request: &Request) -> Vec<(String, String)> {
    let Some(connected) = page.connected.get() else { return Vec::new() };
    let command = cf_curl(&connected.connection.name, request);
    preview_forms(page.connections, &connected, request, command)
}
