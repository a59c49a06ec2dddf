//! Keeps the table true to what operations did, one question per operation, not a list anew.

use image_console_operation::{Notice, Operation, Status};
use image_console_platform::{AbortHandle, timer};
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::connections::Connections;
use super::image::{get_image, get_oci_image};
use super::images::Images;
use super::operations::Operations;
use super::react::effect;

/// How often an image is read that is still `EXPORTING` when its export has ended.
const READINGS: usize = 4;

/// The pause between these readings, in milliseconds.
const PAUSE_MS: u32 = 5_000;

/// Looks at the image of each operation that was accepted or has ended.
pub fn follow(operations: Operations, connections: Connections, images: Images) {
    effect(move || {
        let Some((_, operation, notice)) = operations.news.get() else { return };
        if matches!(notice, Notice::CredentialsNeeded { .. }) {
            return;
        }
        let Some(id) = operation.resource.id.clone() else { return };
        let connection = &operation.resource.connection;
        if deleted(&operation) {
            images.remove(connection, &id);
            return;
        }
        let Some(connected) = connections.peek(connection) else { return };
        // The other APIs have no images; their pages look at their own things.
        if connected.connection.triton().is_none() && connected.connection.oci().is_none() {
            return;
        }
        let (oci, ended) = (connected.connection.oci().is_some(), operation.status.is_ended());
        spawn_local(async move {
            // What went wrong here shows when the user looks at the image.
            let abort = AbortHandle::new();
            if !oci {
                let _ = get_image(connections, images, &connected, &id, &abort).await;
                return;
            }
            // A work request may have ended a little before its image says so.
            for _ in 0..READINGS {
                let read = get_oci_image(connections, images, &connected, &id, &abort).await;
                let state = read.as_ref().ok().and_then(|image| image.raw.get("lifecycleState")?.as_str());
                if !ended || state != Some("EXPORTING") {
                    return;
                }
                timer::sleep(PAUSE_MS).await;
            }
        });
    });
}

fn deleted(operation: &Operation) -> bool {
    operation.action == Action::DeleteImage.name() && operation.status == Status::Succeeded
}
