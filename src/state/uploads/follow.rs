//! Following an upload: the engine asks about it until it has ended.

use std::sync::Arc;

use image_console_operation::{Event, Operation, Status};
use image_console_platform::{clock, random};
use image_console_upstream::oracle_marketplace::model::MachineImageUploadRequest;
use image_console_upstream::oracle_marketplace::{operation, requests};
use leptos::prelude::*;

use crate::state::operations::Operations;

/// The operation that follows an upload, the latest one if there were several. With subscription.
#[must_use]
pub fn of(operations: Operations, connection: &str, id: &str) -> Option<Arc<Operation>> {
    let mut about = operations.about(connection, id).into_iter();
    about.find(|operation| operation.upstream == operation::UPSTREAM)
}

/// Whether an upload goes on in a way that the documents know: then it is followed without being
/// asked for. One in a state that they do not know may stay in it for ever.
#[must_use]
pub fn goes_on(upload: &MachineImageUploadRequest) -> bool {
    upload.status().is_some_and(|status| status.end().is_none())
}

/// Begins to follow an upload, or goes on with it where that had ended without an outcome.
///
/// # Errors
/// Why it cannot be followed, in words.
pub fn follow(
    operations: Operations,
    connection: &str,
    id: &str,
    upload: Option<&MachineImageUploadRequest>,
) -> Result<(), String> {
    let known = untrack(|| of(operations, connection, id));
    if let Some(known) = known.filter(|o| matches!(o.status, Status::Running { .. } | Status::Unknown { .. }))
    {
        operations.tell(Event::CheckNow(known.id.clone()));
        return Ok(());
    }
    let id = requests::upload_request_id(id)?;
    // Two tabs that show the same upload follow it once. One that has ended is followed by another.
    let mut new = format!("upload-{connection}-{id}");
    if untrack(|| operations.peek(&new)).is_some() {
        let unique = random::uuid_v4().map_err(|_| {
            "This browser has no source of randomness, so it cannot be followed a second time.".to_owned()
        })?;
        new = format!("{new}-{unique}");
    }
    let name = upload.and_then(operation::upload_name);
    let operation = operation::found(new, connection, &id, name, clock::now());
    operations.tell(Event::Adopt(Box::new(operation)));
    Ok(())
}
