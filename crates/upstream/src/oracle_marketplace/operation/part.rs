//! A data centre as a part of the operation.

use image_console_operation::{Fact, Part, Progress};

use crate::oracle_marketplace::model::DataCenterImageUploadRequest;

/// The part for a data centre. A progress that is no percentage becomes a fact, as it was sent.
pub(super) fn of(center: &DataCenterImageUploadRequest) -> Part {
    let percent = center.percent();
    let odd = center.upload_progress.shown(Clone::clone).filter(|_| percent.is_none());
    let marks = Some(center.marks().join(", ")).filter(|marks| !marks.is_empty());
    let facts = [
        ("region", center.region.shown(Clone::clone)),
        ("uploadProgress", odd),
        ("lastUpdatedDate", center.last_updated_date.shown(|t| t.rfc3339())),
        ("marks", marks),
    ];
    let fact = |(label, value): (&str, Option<String>)| Some(Fact { label: label.to_owned(), value: value? });
    Part {
        name: center.data_center_name.shown(Clone::clone).unwrap_or_else(|| "(no name)".to_owned()),
        state: center.status_name.shown(Clone::clone).unwrap_or_default(),
        progress: percent.map(Progress::percent),
        facts: facts.into_iter().filter_map(fact).collect(),
    }
}
