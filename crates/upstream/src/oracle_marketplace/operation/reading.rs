//! What a detailed status says about the operation (contract §4).

use image_console_core::{ApiError, ErrorKind};
use image_console_operation::{Outcome, Reading};

use super::part;
use crate::oracle_marketplace::model::MachineImageUploadRequest;
use crate::oracle_marketplace::{End, Status};

/// Reads the upload. A status that the documents do not know is shown and followed.
pub(super) fn of(upload: &MachineImageUploadRequest) -> Reading {
    let state = upload.status_name.shown(Clone::clone).unwrap_or_default();
    let mut reading = match upload.status().and_then(Status::end) {
        None => Reading::new(Outcome::Running { state, progress: upload.progress() }),
        Some(End::Success) => Reading::succeeded(state),
        Some(End::Failure | End::Gone) => Reading::failed(state.clone(), failure(upload, state)),
    };
    let over = !matches!(reading.outcome, Outcome::Running { .. });
    if let Some((done, all)) = upload.centers_completed().filter(|_| !over) {
        let plural = if all == 1 { "" } else { "s" };
        reading.note = Some(format!("{done} of {all} data centre{plural} completed"));
    }
    if matches!(reading.outcome, Outcome::Succeeded { .. }) {
        reading.warnings = behind(upload);
    }
    for (label, value) in [
        ("application", &upload.application),
        ("version", &upload.version),
        ("operatingSystem", &upload.operating_system),
        ("fileName", &upload.file_name),
        ("imageFilePath", &upload.image_file_path),
        ("checkSum", &upload.check_sum),
    ] {
        if let Some(value) = value.shown(Clone::clone) {
            reading = reading.fact(label, value);
        }
    }
    if upload.data_centers.value().is_some() {
        reading.parts = Some(upload.centers().map(part::of).collect());
    }
    reading
}

/// Data centres that did not get the image although the upload as a whole is called completed.
fn behind(upload: &MachineImageUploadRequest) -> Vec<String> {
    upload
        .centers()
        .filter_map(|center| {
            let state = center.status_name.text()?;
            let failed = Status::parse(state).and_then(Status::end) == Some(End::Failure);
            let name = center.data_center_name.text().unwrap_or("A data centre");
            failed.then(|| format!("{name}: {state}"))
        })
        .collect()
}

/// The status as the error of the operation, its word as the code. There is no HTTP status: no
/// call failed.
fn failure(upload: &MachineImageUploadRequest, state: String) -> ApiError {
    let where_ = behind(upload);
    let by = upload.last_modified_by.text().map(|by| format!(" Last changed by {by}.")).unwrap_or_default();
    let message = if where_.is_empty() {
        format!("The upload ended as {state}; the API does not say why.{by}")
    } else {
        format!("The upload ended as {state}: {}.{by}", where_.join(", "))
    };
    let mut error = ApiError::without_answer(ErrorKind::Refused, message);
    error.code = Some(state);
    error
}
