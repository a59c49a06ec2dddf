//! The badge, its reason, and a dialog that cannot be sent, in every look.

use image_console_e2e::App;
use serde_json::json;

use super::world::*;
use crate::actions::world::{EAST, MY_IMAGE};
use crate::screens::look;

/// Whether the badge and its text lie within the window.
async fn assert_within(app: &App) {
    for width in [1280, 400] {
        app.browser.look("light", width).await;
        let script = "return [...document.querySelectorAll('.read-only > *')].every(e => { \
            const { left, right, top, bottom } = e.getBoundingClientRect(); \
            return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight; })";
        assert_eq!(app.browser.script(script, vec![]).await, json!(true), "{width} px");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_badge_says_on_every_screen_that_and_why_nothing_can_be_changed() {
    let app = open("images").await;
    let browser = &app.browser;
    browser.see_in("summary", "Read-only").await;
    browser.see_in("tbody", "my-image").await;
    look(&app, "read-only-table").await;
    browser.click("Read-only").await;
    browser.see_in("header", REASON).await;
    look(&app, "read-only-reason").await;
    assert_within(&app).await;
    for address in ["activity", "connections", "service-instances"] {
        app.goto(address).await;
        browser.see_in("summary", "Read-only").await;
    }
    app.goto(&format!("images/{EAST}/{MY_IMAGE}")).await;
    browser.see_in("h1", "my-image").await;
    assert_refused(browser, "Delete…").await;
    look(&app, "read-only-image").await;
    app.goto(&format!("images/{EAST}/{MY_IMAGE}?action=delete")).await;
    browser.see_in("dialog[open]", REASON).await;
    look(&app, "read-only-delete").await;
    app.close().await;
}
