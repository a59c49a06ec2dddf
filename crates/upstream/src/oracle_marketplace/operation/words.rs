//! What people read about uploads in the Activity list.

use super::MACHINE_IMAGE_UPLOAD;
use crate::oracle_marketplace::model::MachineImageUploadRequest;

/// What an action is called in the Activity list.
#[must_use]
pub fn title(action: &str) -> &str {
    if action == MACHINE_IMAGE_UPLOAD { "Machine image upload" } else { action }
}

/// A name for an upload, which has none of its own: application, version and file, as far as they
/// are there.
#[must_use]
pub fn upload_name(upload: &MachineImageUploadRequest) -> Option<String> {
    let parts = [&upload.application, &upload.version, &upload.file_name];
    let parts: Vec<_> = parts.into_iter().filter_map(|p| p.text()).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}
