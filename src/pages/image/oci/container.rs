//! The fields of a container image (oci-container-registry.md §4.1).

use image_console_ui::{Card, Definition};
use image_console_upstream::oci_artifacts::model::ContainerImage;
use leptos::prelude::*;

use super::compute::extra;
use super::field::{compartment, count, size, time};
use super::{layers, tags, versions};
use crate::pages::image::page::Page;
use crate::pages::resource::field::{mono, text};

/// The cards.
pub fn cards(page: Page, image: &ContainerImage) -> Vec<AnyView> {
    vec![
        overview(page, image),
        versions::card(image),
        layers::card(image),
        tags::card(&[
            ("freeformTags", &image.freeform_tags),
            ("definedTags", &image.defined_tags),
            ("systemTags", &image.system_tags),
        ]),
        extra(&image.unknown),
    ]
}

fn overview(page: Page, image: &ContainerImage) -> AnyView {
    let facts = vec![
        mono("id", &image.id),
        text("displayName", &image.display_name),
        mono("digest", &image.digest),
        text("lifecycleState", &image.lifecycle_state),
        text("repositoryName", &image.repository_name),
        mono("repositoryId", &image.repository_id),
        compartment(page, &image.compartment_id),
        text("version", &image.version),
        time("timeCreated", &image.time_created),
        mono("createdBy", &image.created_by),
        count("pullCount", &image.pull_count),
        time("timeLastPulled", &image.time_last_pulled),
        size("layersSizeInBytes", &image.layers_size_in_bytes, 1, "bytes"),
        size("manifestSizeInBytes", &image.manifest_size_in_bytes, 1, "bytes"),
    ];
    view! {
        <Card title="Overview">
            <Definition>{facts}</Definition>
        </Card>
    }
    .into_any()
}
