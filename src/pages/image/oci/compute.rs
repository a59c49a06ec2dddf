//! The fields of a compute image, in the order of the API's documents (oci-compute.md §4.1).

use image_console_ui::{Card, Definition};
use image_console_upstream::oci_compute::model::Image;
use leptos::prelude::*;

use super::field::{compartment, flag, size, time};
use super::{launch, tags};
use crate::pages::image::page::Page;
use crate::pages::resource::field::{mono, text, unknown};

/// `sizeInMBs` counts in this many bytes (§4.1).
const MB: u64 = 1_048_576;

/// The billable size counts in this many.
const GB: u64 = 1_073_741_824;

/// The cards.
pub fn cards(page: Page, image: &Image) -> Vec<AnyView> {
    vec![
        overview(page, image),
        launch::options(image),
        launch::agent(image),
        tags::card(&[("freeformTags", &image.freeform_tags), ("definedTags", &image.defined_tags)]),
        extra(&image.unknown),
    ]
}

fn overview(page: Page, image: &Image) -> AnyView {
    let facts = vec![
        mono("id", &image.id),
        text("displayName", &image.display_name),
        text("lifecycleState", &image.lifecycle_state),
        compartment(page, &image.compartment_id),
        time("timeCreated", &image.time_created),
        text("operatingSystem", &image.operating_system),
        text("operatingSystemVersion", &image.operating_system_version),
        size("sizeInMBs", &image.size_in_mbs, MB, "MBs"),
        size("billableSizeInGBs", &image.billable_size_in_gbs, GB, "GBs"),
        flag("createImageAllowed", &image.create_image_allowed),
        mono("baseImageId", &image.base_image_id),
        text("launchMode", &image.launch_mode),
        text("listingType", &image.listing_type),
    ];
    view! {
        <Card title="Overview">
            <Definition>{facts}</Definition>
        </Card>
    }
    .into_any()
}

/// Fields that the contract does not name: nothing that came is dropped.
pub fn extra(fields: &serde_json::Map<String, serde_json::Value>) -> AnyView {
    if fields.is_empty() {
        return ().into_any();
    }
    let fields = unknown(fields);
    view! {
        <Card title="Fields the contract does not name">
            <Definition>{fields}</Definition>
        </Card>
    }
    .into_any()
}
