//! Following the creation of an image that was begun elsewhere.

use image_console_operation::{Event, Operation, Resource};
use image_console_platform::{clock, random};
use image_console_upstream::triton_cloudapi::operation::UPSTREAM;
use image_console_upstream::triton_cloudapi::rules::Action;
use leptos::prelude::*;
use serde_json::json;

use super::page::Page;
use crate::state::announce::Announcer;
use crate::state::operations::Operations;

/// Begins to follow the image until it is active or has failed.
pub fn follow(page: Page, operations: Operations, announcer: Announcer) {
    let Ok(id) = random::uuid_v4() else {
        return announcer.say("This browser has no source of randomness, so nothing can be followed");
    };
    let image = page.id();
    let version = page.row.with_untracked(|row| row.version.clone()).unwrap_or_default();
    let resource = Resource {
        kind: "image".to_owned(),
        id: Some(image.clone()),
        name: untrack(|| format!("{} {version}", page.name())).trim_end().to_owned(),
        connection: page.connection(),
    };
    let kind = (UPSTREAM, Action::CreateImageFromMachine.name());
    // This is what the follower of a creation asks once it knows the image.
    let address = json!({ "image": image });
    let operation = Operation::found(id, kind, page.connection(), resource, address, clock::now());
    operations.tell(Event::Adopt(Box::new(operation)));
    announcer.say("Following it until it is active");
}
