//! Keeps the table true to what operations did, one question per operation, not a list anew.

use image_console_operation::{Notice, Operation, Status};
use image_console_platform::AbortHandle;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::connections::Connections;
use super::image::get_image;
use super::images::Images;
use super::operations::Operations;
use super::react::effect;

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
        spawn_local(async move {
            // What went wrong here shows when the user looks at the image.
            let _ = get_image(connections, images, &connected, &id, &AbortHandle::new()).await;
        });
    });
}

fn deleted(operation: &Operation) -> bool {
    operation.action == Action::DeleteImage.name() && operation.status == Status::Succeeded
}
