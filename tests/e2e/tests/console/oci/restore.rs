//! RestoreContainerImage: with a version and without, too late, and with a version that is taken.

use image_console_emulator::oci::Kind;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::{double_click, fact, see_fact};
use crate::actions::world::{only_write, writes};
use crate::fault_support::said_at;

async fn open_restore(app: &image_console_e2e::App, name: &str) -> String {
    let id = id_of(app, Kind::ContainerImage, name);
    app.goto(&format!("images/{FRA}/{id}?action=restore")).await;
    app.browser.see_in("dialog h2", "Restore").await;
    app.browser.see_in("dialog", "Can be restored for").await;
    id
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_restored_without_a_version() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = open_restore(&app, "shop/api:1.3.0@").await;
    let seen = etag(&app, Kind::ContainerImage, &id);
    assert!(fact(browser, "Can be restored for").await.contains('h'), "hours are left");
    browser.see_in("dialog", "It was 1.3.0 before.").await;
    let command = spelling(browser, "oci", "oci artifacts container image restore").await;
    assert!(command.contains(&id), "{command}");
    double_click(browser, "Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    assert_post(&only_write(&app), ARTIFACTS, &restore_path(&id), &seen, &json!({}));
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 1);
    assert_eq!(image(&app, Kind::ContainerImage, &id)["lifecycleState"], "AVAILABLE");
    browser.click("Show the image").await;
    browser.gone("dialog[open]").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_restored_with_a_version() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = open_restore(&app, "shop/api:0.0.1@").await;
    let seen = etag(&app, Kind::ContainerImage, &id);
    browser.fill("version", "not a tag").await;
    browser.keys("\u{e004}").await;
    browser.see_in("dialog", "A space is unusual in a version").await;
    assert_eq!(writes(&app).len(), 0);
    browser.fill("version", "0.0.1-restored").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    see_fact(browser, "version", "0.0.1-restored").await;
    let body = json!({ "version": "0.0.1-restored" });
    assert_post(&only_write(&app), ARTIFACTS, &restore_path(&id), &seen, &body);
    assert_eq!(image(&app, Kind::ContainerImage, &id)["version"], "0.0.1-restored");
    app.goto("activity").await;
    browser.see_in(".job", "Restore container image").await;
    browser.see_in(".job", "succeeded").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_whose_time_is_over_is_explained_as_either() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = open_restore(&app, "shop/web:1.9.9@").await;
    app.world.advance(180_000);
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was not restored").await;
    browser.see_in("dialog", "NotAuthorizedOrNotFound").await;
    browser.see_in("dialog", "Either the image no longer exists, because its 48 hours are over").await;
    browser.see_in("dialog", "or you may not restore it").await;
    assert_eq!(only_write(&app).status, 404);
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_version_that_is_taken_is_warned_of_and_refused_at_its_field() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = open_restore(&app, "shop/locked:1.0.0@").await;
    browser.see_in("dialog", "Taken by other images: ").await;
    browser.fill("version", "1.0.0").await;
    browser.keys("\u{e004}").await;
    browser.see_in("dialog", "Another image of shop/locked has the version 1.0.0.").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was not restored").await;
    browser.see_in("dialog", "most likely another image of the repository has this version").await;
    let said = said_at(browser, "version").await;
    assert!(said.contains("Version 1.0.0 is taken, and the repository is immutable."), "{said}");
    assert_eq!(browser.value("version").await, "1.0.0");
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 0);
    browser.fill("version", "").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_is_not_deleted_cannot_be_restored_and_says_why() {
    let app = open("images").await;
    let browser = &app.browser;
    for (name, why) in [
        ("shop/api:1.1.0", "This image is not deleted, so there is nothing to restore."),
        ("shop/api:1.0.0-rc1", "This image is still being deleted."),
    ] {
        let id = id_of(&app, Kind::ContainerImage, name);
        app.goto(&format!("images/{FRA}/{id}?action=restore")).await;
        browser.see_in("dialog", "This is not possible with this image").await;
        browser.see_in("dialog", why).await;
    }
    assert_eq!(writes(&app).len(), 0);
    app.close().await;
}
