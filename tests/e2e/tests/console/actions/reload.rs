//! The page is reloaded between submit and answer: nothing is sent twice, and the operation is
//! found again with what is true about it.

use image_console_e2e::App;
use image_console_emulator::Fault;
use serde_json::json;
use thirtyfour::prelude::*;

use super::gestures::{choose, pick, see_fact};
use super::world::{EAST, EU, MY_IMAGE, id_of, image, only_write, wait_for_writes, writes};

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_whose_answer_is_lost_to_a_reload_is_found_by_its_name() {
    let app = App::open("images").await;
    let browser = &app.browser;
    browser.see("454 of 454").await;
    app.world.add_fault(Fault::on("POST", "*/images").hang().after());
    browser.click("Create image…").await;
    choose(browser, EAST).await;
    pick(browser, "machine", "web-1", "web-1").await;
    browser.fill("name", "reloaded").await;
    browser.fill("version", "1").await;
    browser.click("Create image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see_in("a.tray", "1 running").await;
    app.world.clear_faults();

    browser.keys(&String::from(Key::Escape.value())).await;
    browser.gone("dialog[open]").await;
    browser.click("1 running").await;
    browser.see_in(".job", "reloaded 1").await;
    browser.click("Create image from machine").await;
    browser.see_in(".timeline", "The answer was lost; looking for the image by name and version").await;
    browser
        .see_in(".timeline", "this is the only image of this name and version that was not there before")
        .await;
    app.world.advance(15_000);
    see_fact(browser, "status", "succeeded; the API says active").await;
    see_fact(browser, "image id", &id_of(&app, EAST, "reloaded")).await;
    let body = only_write(&app).json_body();
    assert_eq!((&body["name"], &body["version"]), (&json!("reloaded"), &json!("1")));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_creation_that_never_arrived_is_not_called_done_or_failed() {
    let app = App::open("images").await;
    let browser = &app.browser;
    browser.see("454 of 454").await;
    app.world.add_fault(Fault::on("POST", "*/images").hang());
    browser.click("Create image…").await;
    choose(browser, EAST).await;
    pick(browser, "machine", "web-1", "web-1").await;
    browser.fill("name", "never").await;
    browser.fill("version", "1").await;
    browser.click("Create image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see_in("a.tray", "1 running").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Create image from machine").await;
    browser.see_in(".timeline", "No new image of this name and version so far").await;
    see_fact(browser, "status", "running").await;
    see_fact(browser, "requests sent", "1").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_deletion_is_looked_up_after_a_reload() {
    let id = |app: &App| id_of(app, EAST, "retired-app");
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id(&app);
    app.world.add_fault(Fault::on("DELETE", "*").hang().after());
    app.goto(&format!("images/{EAST}/{id}?action=delete")).await;
    browser.fill("Type the image's name", "retired-app").await;
    browser.click("Delete image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Delete image").await;
    browser.see_in(".timeline", "The image is no longer there").await;
    assert_eq!(writes(&app).len(), 1);
    assert!(image(&app, EAST, &id).is_null());
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_nothing_can_be_asked_about_stands_as_unknown() {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}?action=export")).await;
    let browser = &app.browser;
    app.world.add_fault(Fault::on("POST", "*").hang().after());
    browser.fill("manta_path", "/jdoe/stor/images").await;
    browser.click("Export image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see("ExportImage my-image 1.0.0: ").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Export image").await;
    browser.see("How this ended is not known").await;
    browser.see("The page was closed before the answer came; the copy may have gone on").await;
    browser.see("a finished export has both a .zfs and an .imgmanifest file there").await;
    see_fact(browser, "status", "unknown").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_is_found_in_the_target_after_a_reload() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, EU, "myimage");
    browser.see("454 of 454").await;
    app.world.add_fault(Fault::on("POST", "*").hang().after());
    app.goto(&format!("images?action=import-from-datacenter&from={EU}/{id}")).await;
    browser.see_in("dialog", "can be imported.").await;
    browser.click("Import image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see("ImportImageFromDatacenter myimage 1.4.0: succeeded").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Import image from datacenter").await;
    see_fact(browser, "status", "succeeded; the API says active").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}
