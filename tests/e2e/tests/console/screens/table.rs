//! The table and what opens over it.

use thirtyfour::Key;

use super::look;
use crate::fault_support::{US_LIST, table};
use image_console_e2e::App;
use image_console_emulator::Fault;

#[tokio::test(flavor = "multi_thread")]
async fn the_table_shows_every_connections_images() {
    let app = App::open("images").await;
    app.browser.see("454 of 454").await;
    app.browser.see("us-east-1: 226 of 226 · eu-central-1: 228 of 228").await;
    look(&app, "images").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tables_popovers() {
    let app = table().await;
    app.browser.click("OS").await;
    app.browser.see_in(".popover.facet", "smartos").await;
    look(&app, "images-facet").await;
    app.browser.keys(&Key::Escape.value().to_string()).await;
    app.browser.gone(".popover.facet").await;
    app.browser.click("Columns").await;
    app.browser.see_in(".popover.facet", "Usual columns").await;
    look(&app, "images-columns").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tables_dialogs() {
    let app = table().await;
    app.browser.click("Server filters…").await;
    app.browser.see_in("dialog", "Filters that the server applies").await;
    look(&app, "images-filters").await;
    app.browser.click("Cancel").await;
    app.browser.ctrl('k').await;
    app.browser.see_in("dialog.palette", "Add a connection").await;
    app.browser.keys("base").await;
    app.browser.see_in("dialog.palette [role=option]", "base").await;
    look(&app, "palette").await;
    app.browser.keys(&Key::Escape.value().to_string()).await;
    app.browser.gone("dialog[open]").await;
    app.browser.keys("?").await;
    app.browser.see_in("dialog", "Search images, screens and actions").await;
    look(&app, "keys").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_table_with_a_list_that_failed_one_that_arrives_and_a_filter() {
    let app = table().await;
    app.world
        .add_fault(Fault::on("GET", US_LIST).status(503, r#"{"code":"ServiceUnavailable","message":"m"}"#));
    app.world.add_fault(Fault::on("GET", "*/jdoe/images").hang());
    app.goto("images?source=us-east-1&only.os=linux&lunch=12").await;
    app.browser.see("us-east-1: the images could not be listed").await;
    app.browser.see("A part of the address was not understood").await;
    app.browser.see_in(".arriving", "eu-central-1").await;
    look(&app, "images-troubles").await;
    app.world.clear_faults();
    app.goto("images?q=no-such-image-anywhere").await;
    app.browser.see("match").await;
    look(&app, "images-none").await;
    app.close().await;
}
