//! The filters of ListImages (contract §4.4). There is none for tags.

use crate::oci::filter::{Param, Rule, SORT_BY, SORT_ORDER};

/// The words of `lifecycleState` (§4.1).
pub const LIFECYCLE_STATES: [&str; 6] =
    ["PROVISIONING", "IMPORTING", "AVAILABLE", "EXPORTING", "DISABLED", "DELETED"];

/// The parameters of ListImages beside the compartment and the page, in the order of the documents.
/// Names and versions are matched exactly; `shape` finds the images usable with that shape.
pub const IMAGE_PARAMS: &[Param] = &[
    Param::new("displayName", Rule::Text),
    Param::new("operatingSystem", Rule::Text),
    Param::new("operatingSystemVersion", Rule::Text),
    Param::new("shape", Rule::Text),
    Param::new("lifecycleState", Rule::OneOf(&LIFECYCLE_STATES)),
    Param::new("sortBy", Rule::OneOf(&SORT_BY)),
    Param::new("sortOrder", Rule::OneOf(&SORT_ORDER)),
];
