//! What an operation is about, as a link to its page where it has one.

use image_console_core::route::Route;
use image_console_operation::{Operation, Status};
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;

use crate::state::navigation::href;

/// The address of the page that shows what the operation is about; `None` while its id is not
/// known, and when the operation has deleted it.
#[must_use]
pub fn page_of(operation: &Operation) -> Option<String> {
    let resource = &operation.resource;
    let deleted = operation.action == Action::DeleteImage.name() && operation.status == Status::Succeeded;
    let id = resource.id.as_ref().filter(|id| !id.is_empty() && !deleted)?;
    let connection = resource.connection.clone();
    Some(href(&match resource.kind.as_str() {
        "image" | "container image" => Route::image(connection, id),
        "service instance" => Route::ServiceInstance { connection, guid: id.clone(), action: None },
        "machine image upload" => Route::Upload { connection, id: id.clone() },
        _ => return None,
    }))
}

/// The resource by name.
pub fn resource_link(operation: &Operation) -> AnyView {
    let name = operation.resource.name.clone();
    match page_of(operation) {
        Some(address) => view! { <a href=address>{name}</a> }.into_any(),
        None => view! { <span>{name}</span> }.into_any(),
    }
}
