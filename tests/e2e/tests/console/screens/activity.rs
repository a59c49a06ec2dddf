//! The activity, and the page of an operation.

use super::look;
use crate::fault_support::{fill_create, own_image};
use image_console_e2e::App;

const ID: &str = "0f0f0f0f-0000-4000-8000-0000000000d5";

#[tokio::test(flavor = "multi_thread")]
async fn operations_that_run_ended_and_are_unknown() {
    let app = App::open("activity").await;
    app.browser.see("Activity").await;
    look(&app, "activity-empty").await;
    app.world.with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "to-go"))).expect("an image");
    app.goto(&format!("images/us-east-1/{ID}?action=delete")).await;
    app.browser.fill("Type the image's name to confirm", "to-go").await;
    app.browser.click("Delete image").await;
    app.browser.gone("dialog[open]").await;
    app.goto("images?source=us-east-1&action=create").await;
    fill_create(&app, "takes-900s").await;
    app.browser.click("Create image").await;
    app.browser.see_in("h1", "takes-900s").await;
    app.browser.click("Activity").await;
    app.browser.see("1 running · 1 finished").await;
    look(&app, "activity").await;
    app.browser.click("Create image from machine").await;
    app.browser.see("Timeline").await;
    look(&app, "operation").await;
    app.close().await;
}
