//! The check before an update: about what is sent, not about what the image had before.

use image_console_upstream::triton_cloudapi::update::{Draft, diff};
use image_console_upstream::triton_cloudapi::validate;
use leptos::prelude::*;

use crate::pages::image_actions::shared::Manifest;

/// Checks the fields that changed and marks what is wrong with them. A field that is wrong and was
/// so before does not keep the others from being sent.
pub fn check_changed(manifest: Manifest, base: &Draft, mine: &Draft) -> bool {
    if manifest.check() {
        return true;
    }
    let changes = diff(base, mine);
    let mut fine = true;
    let texts = [
        ("name", manifest.name),
        ("version", manifest.version),
        ("description", manifest.description),
        ("homepage", manifest.homepage),
        ("eula", manifest.eula),
    ];
    for (name, field) in texts {
        if changes.contains_key(name) {
            fine &= field.with_untracked(|field| field.error.is_none());
        } else {
            field.update(|field| field.error = None);
        }
    }
    if changes.contains_key("acl") {
        fine &= manifest.acl.with_untracked(|items| items.iter().all(|item| item.error.is_none()));
    } else {
        manifest.acl.update(|items| items.iter_mut().for_each(|item| item.error = None));
    }
    let keys = manifest
        .tags
        .with_untracked(|rows| rows.iter().all(|row| row.key.with_untracked(|k| k.error.is_none())));
    fine && keys && (!changes.contains_key("tags") || validate::tags(&mine.tags).may_be_sent())
}
