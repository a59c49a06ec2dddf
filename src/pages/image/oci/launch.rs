//! How instances of a compute image are attached, and what the agent in them can do (§4.1, §4.2).

use image_console_ui::{Card, Definition};
use image_console_upstream::decode::Lenient;
use image_console_upstream::oci_compute::model::Image;
use leptos::prelude::*;

use super::field::flag;
use crate::pages::resource::field::{note, odd, text, unknown};

/// `launchOptions`.
pub fn options(image: &Image) -> AnyView {
    card("Launch options", "launchOptions", &image.launch_options, |options| {
        let mut facts = vec![
            text("bootVolumeType", &options.boot_volume_type),
            text("remoteDataVolumeType", &options.remote_data_volume_type),
            text("firmware", &options.firmware),
            text("networkType", &options.network_type),
            flag("isPvEncryptionInTransitEnabled", &options.is_pv_encryption_in_transit_enabled),
            flag("isEncryptionInTransitEnabled", &options.is_encryption_in_transit_enabled),
            flag("isConsistentVolumeNamingEnabled", &options.is_consistent_volume_naming_enabled),
        ];
        facts.extend(unknown(&options.unknown));
        facts
    })
}

/// `agentFeatures`.
pub fn agent(image: &Image) -> AnyView {
    card("Agent features", "agentFeatures", &image.agent_features, |features| {
        let mut facts = vec![
            flag("isMonitoringSupported", &features.is_monitoring_supported),
            flag("isManagementSupported", &features.is_management_supported),
        ];
        facts.extend(unknown(&features.unknown));
        facts
    })
}

fn card<T>(
    title: &'static str,
    name: &str,
    field: &Lenient<T>,
    facts: impl FnOnce(&T) -> Vec<AnyView>,
) -> AnyView {
    let body = match field {
        Lenient::Absent => note(&format!("{name} was not sent.")),
        Lenient::Wrong(raw) => view! { <div class="pad">{odd(raw)}</div> }.into_any(),
        Lenient::Value(value) => {
            let facts = facts(value);
            view! { <Definition>{facts}</Definition> }.into_any()
        }
    };
    view! { <Card title>{body}</Card> }.into_any()
}
