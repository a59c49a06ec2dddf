//! The part of an upload that belongs to one data centre.

use image_console_core::time::Timestamp;
use serde_json::{Map, Value};

use super::text_or_number;
use crate::decode::{Fields, Lenient};

/// How an upload stands in one data centre.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DataCenterImageUploadRequest {
    /// E.g. `US2 COMMERCIAL CHERRY`.
    pub data_center_name: Lenient<String>,
    /// The API's word; its vocabulary is thought to be that of the upload.
    pub status_name: Lenient<String>,
    /// As sent, e.g. `100%`; see [`DataCenterImageUploadRequest::percent`].
    pub upload_progress: Lenient<String>,
    /// E.g. `US2 Commercial Cherry`.
    pub region: Lenient<String>,
    /// When this part changed last.
    pub last_updated_date: Lenient<Timestamp>,
    /// Whether it came by a copy from another data centre.
    pub copy_upload: Lenient<bool>,
    /// Whether it overwrites what is there.
    pub overwrite_upload: Lenient<bool>,
    /// Whether this data centre is a replica.
    pub replica_data_center: Lenient<bool>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl DataCenterImageUploadRequest {
    /// Decodes one data centre; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            data_center_name: f.text("dataCenterName"),
            status_name: f.text("statusName"),
            upload_progress: f.take("uploadProgress", text_or_number),
            region: f.text("region"),
            last_updated_date: f.time("lastUpdatedDate"),
            copy_upload: f.boolean("copyUpload"),
            overwrite_upload: f.boolean("overwriteUpload"),
            replica_data_center: f.boolean("replicaDataCenter"),
            unknown: f.rest(),
        }
    }

    /// The progress in whole per cent, 0 to 100; `None` when it was not sent or is not a percentage,
    /// and then the text is to be shown as it came.
    #[must_use]
    pub fn percent(&self) -> Option<u64> {
        let text = self.upload_progress.text()?.trim();
        let digits = text.strip_suffix('%').unwrap_or(text).trim_end();
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
        let only_digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
        if !only_digits(whole) || !only_digits(fraction) {
            return None;
        }
        whole.parse().ok().filter(|n| *n <= 100)
    }

    /// What is special about this part, as words for marks: `copy`, `overwrite`, `replica`.
    #[must_use]
    pub fn marks(&self) -> Vec<&'static str> {
        let marks = [
            ("copy", &self.copy_upload),
            ("overwrite", &self.overwrite_upload),
            ("replica", &self.replica_data_center),
        ];
        marks.into_iter().filter(|(_, set)| set.value() == Some(&true)).map(|(word, _)| word).collect()
    }
}
