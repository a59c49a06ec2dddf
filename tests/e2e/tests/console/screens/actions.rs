//! The dialogs of the actions.

use serde_json::json;

use super::look;
use crate::fault_support::{fill_create, own_image, table};
use image_console_e2e::App;

const MINE: &str = "0f0f0f0f-0000-4000-8000-0000000000d3";
const SHARED: &str = "0f0f0f0f-0000-4000-8000-0000000000d4";
const JDOE: &str = "47034e57-42d1-0342-b302-00db733e8c8a";
const ACME: &str = "77034e57-42d1-0342-b302-00db733e8c8a";

#[tokio::test(flavor = "multi_thread")]
async fn create_as_it_opens_and_refused() {
    let app = App::open("images?source=us-east-1&action=create").await;
    app.browser.see("can be captured").await;
    look(&app, "create").await;
    fill_create(&app, "fault-422-fields").await;
    app.browser.click("The request as it will be sent").await;
    app.browser.click("Create image").await;
    app.browser.see_in("dialog", "The image was not created").await;
    look(&app, "create-refused").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn import() {
    let app = App::open("images?source=us-east-1&action=import-from-datacenter").await;
    app.browser.see_in("dialog[open]", "eu-central-1").await;
    look(&app, "import").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_actions_on_an_image() {
    let app = table().await;
    let mut shared = own_image(SHARED, "of-acme");
    (shared["owner"], shared["acl"]) = (json!(ACME), json!([JDOE]));
    let mut mine = own_image(MINE, "mine");
    (mine["tags"], mine["acl"]) = (json!({ "role": "web", "port": 80 }), json!([ACME]));
    for image in [shared, mine] {
        app.world.with_world(|w| w.triton().put_image("us-east-1", image)).expect("an image");
    }
    for (action, image, title) in [
        ("update", MINE, "Update"),
        ("export", MINE, "Export"),
        ("delete", MINE, "Delete mine"),
        ("clone", SHARED, "Clone"),
    ] {
        app.goto(&format!("images/us-east-1/{image}?action={action}")).await;
        app.browser.see_in("dialog[open] h2", title).await;
        app.browser.see_in("dialog[open]", "The request as it will be sent").await;
        look(&app, action).await;
    }
    // One that is not allowed says why.
    app.goto(&format!("images/us-east-1/{MINE}?action=clone")).await;
    app.browser.see_in("dialog[open]", "This is not possible").await;
    look(&app, "clone-not-allowed").await;
    app.close().await;
}
