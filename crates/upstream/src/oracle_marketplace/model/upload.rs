//! The upload itself.

use image_console_core::time::Timestamp;
use image_console_operation::Progress;
use serde_json::{Map, Value};

use super::{DataCenterImageUploadRequest, text_or_number};
use crate::decode::{Fields, Lenient};
use crate::oracle_marketplace::{End, Status};

/// A request to upload a machine image.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MachineImageUploadRequest {
    /// A 64-bit number; some answers send it as text, so it is text here.
    pub upload_request_id: Lenient<String>,
    /// The application's name.
    pub application: Lenient<String>,
    /// The application's version.
    pub version: Lenient<String>,
    /// E.g. `Linux`.
    pub operating_system: Lenient<String>,
    /// The uploaded file.
    pub file_name: Lenient<String>,
    /// `CONTAINER/mi/APPLICATION/VERSION/OS/FILE`.
    pub image_file_path: Lenient<String>,
    /// MD5.
    pub check_sum: Lenient<String>,
    /// The API's word; see [`Status::parse`].
    pub status_name: Lenient<String>,
    /// Chunks that are there.
    pub uploaded_chunks: Lenient<u64>,
    /// Chunks that are missing.
    pub pending_chunks: Lenient<u64>,
    /// Whether a stored file of the same path is overwritten.
    pub overwrite_storage_file: Lenient<bool>,
    /// A display name.
    pub created_by: Lenient<String>,
    /// A display name.
    pub last_modified_by: Lenient<String>,
    /// When it was created.
    pub created_date: Lenient<Timestamp>,
    /// When it changed last.
    pub last_modified_date: Lenient<Timestamp>,
    /// One for each data centre; may be empty while chunks come in.
    pub data_centers: Lenient<Vec<Lenient<DataCenterImageUploadRequest>>>,
    /// Fields that the contract does not name.
    pub unknown: Map<String, Value>,
}

impl MachineImageUploadRequest {
    /// Decodes one upload; nothing in it can make this fail.
    #[must_use]
    pub fn from_map(map: Map<String, Value>) -> Self {
        let mut f = Fields::from(map);
        Self {
            upload_request_id: f.take("uploadRequestId", text_or_number),
            application: f.text("application"),
            version: f.text("version"),
            operating_system: f.text("operatingSystem"),
            file_name: f.text("fileName"),
            image_file_path: f.text("imageFilePath"),
            check_sum: f.text("checkSum"),
            status_name: f.text("statusName"),
            uploaded_chunks: f.count_or_text("uploadedChunks"),
            pending_chunks: f.count_or_text("pendingChunks"),
            overwrite_storage_file: f.boolean("overwriteStorageFile"),
            created_by: f.text("createdBy"),
            last_modified_by: f.text("lastModifiedBy"),
            created_date: f.time("createdDate"),
            last_modified_date: f.time("lastModifiedDate"),
            data_centers: f.list("dataCenterImageUploadRequests", |v| {
                v.as_object().cloned().map(DataCenterImageUploadRequest::from_map)
            }),
            unknown: f.rest(),
        }
    }

    /// The status, when it is one of the documented ones.
    #[must_use]
    pub fn status(&self) -> Option<Status> {
        self.status_name.text().and_then(Status::parse)
    }

    /// The data centres that could be read.
    pub fn centers(&self) -> impl Iterator<Item = &DataCenterImageUploadRequest> {
        self.data_centers.value().into_iter().flatten().filter_map(Lenient::value)
    }

    /// The chunks: uploaded, of uploaded and pending together. Without a total when the API does
    /// not say how many are missing.
    #[must_use]
    pub fn chunks(&self) -> Option<Progress> {
        let done = *self.uploaded_chunks.value()?;
        let total = self.pending_chunks.value().map(|pending| done.saturating_add(*pending));
        (total != Some(0)).then(|| Progress { done, total, unit: "chunks".to_owned() })
    }

    /// How far the upload is: its chunks while some are missing, then the mean of what the data
    /// centres say (§4).
    #[must_use]
    pub fn progress(&self) -> Option<Progress> {
        let chunks = self.chunks();
        if self.pending_chunks.value().is_some_and(|pending| *pending > 0) {
            return chunks;
        }
        let per_cents: Vec<u64> = self.centers().filter_map(DataCenterImageUploadRequest::percent).collect();
        let mean = per_cents.iter().sum::<u64>().checked_div(per_cents.len() as u64);
        mean.map_or(chunks, |mean| Some(Progress::percent(mean)))
    }

    /// How many data centres are done, of how many; `None` while there are none.
    #[must_use]
    pub fn centers_completed(&self) -> Option<(usize, usize)> {
        let all = self.data_centers.value().map_or(0, Vec::len);
        let done = |c: &&DataCenterImageUploadRequest| {
            c.status_name.text().and_then(Status::parse).and_then(Status::end) == Some(End::Success)
        };
        (all > 0).then(|| (self.centers().filter(done).count(), all))
    }
}
