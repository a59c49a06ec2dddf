//! The screens and dialogs of Oracle Cloud in light, dark and narrow, without a finding of axe.

use image_console_emulator::oci::Kind;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::choose;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn the_table_and_its_filters() {
    let app = open("images").await;
    let browser = &app.browser;
    browser.see_in(".table-foot", "oci-frankfurt").await;
    browser.see_gone("so far").await;
    look(&app, "oci-images").await;
    browser.click("Server filters…").await;
    browser.see_in("dialog", "ListContainerImages of OCI artifacts").await;
    look(&app, "oci-filters").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_pages_of_images() {
    let app = open("connections").await;
    for (kind, name, picture) in [
        (Kind::Image, WEB, "oci-image"),
        (Kind::Image, "qui laborum ad", "oci-image-odd"),
        (Kind::ContainerImage, "shop/api:1.1.0", "oci-container"),
        (Kind::ContainerImage, "Duis officia ", "oci-container-odd"),
    ] {
        let id = id_of(&app, kind, name);
        app.goto(&format!("images/{FRA}/{id}")).await;
        app.browser.see_in("dd", &id).await;
        app.browser.see_in("dt", "opc-request-id").await;
        look(&app, picture).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_of_an_export_and_its_operation() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "changed.oci").await;
    look(&app, "oci-export").await;
    choose(browser, "objectStorageUri").await;
    browser.see_in("dialog", "destinationUri").await;
    look(&app, "oci-export-uri").await;
    choose(browser, "objectStorageTuple").await;
    app.world.with_world(|w| w.oci().edit(FRANKFURT, Kind::Image, &id, json!({ "displayName": "renamed" })));
    browser.click("Export image").await;
    browser.see_in("dialog", "The image has changed").await;
    look(&app, "oci-export-changed").await;
    browser.fill("objectName", "fault-409.oci").await;
    browser.click("Export image").await;
    browser.see_in("dialog", "The service cannot take it up at the moment").await;
    look(&app, "oci-export-busy").await;
    app.goto("images").await;
    fill_export(&app, FRA, &id, "fails-LimitExceeded.oci").await;
    send_export(browser).await;
    look(&app, "oci-operation").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    browser.see("Failed; see the errors.").await;
    look(&app, "oci-operation-failed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_dialog_of_a_restoration() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@");
    app.goto(&format!("images/{FRA}/{id}?action=restore")).await;
    browser.see_in("dialog", "Can be restored for").await;
    look(&app, "oci-restore").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    look(&app, "oci-restored").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_form_of_a_connection_and_of_a_session() {
    let app = only(|app| connection(app, "session", "oci", "http-signature"), 40, "connections").await;
    let browser = &app.browser;
    browser.click("Session token…").await;
    browser.see_in("dialog", "The token stays in memory").await;
    look(&app, "oci-session").await;
    app.goto("connections?action=add").await;
    browser.control("Kind").await.send_keys("Oracle Cloud").await.expect("keys");
    browser.see_in("dialog", "Fill in from an OCI config file").await;
    browser.click("Fill in from an OCI config file").await;
    browser.see_in("dialog", "Or a section of it").await;
    look(&app, "oci-connection").await;
    app.close().await;
}
