//! What a read-only console still does: read, sign in, add connections to this browser.

use image_console_emulator::ConfigFile;
use serde_json::json;

use super::world::*;
use crate::actions::world::writes;
use crate::service_instances::world::{OWN, connection, own, passcode};

#[tokio::test(flavor = "multi_thread")]
async fn signing_in_is_possible_and_is_the_only_post() {
    let app = own("connections").await;
    let browser = &app.browser;
    let config = json!({ "connections": [connection(&app, OWN, "cf", "token")], "readOnly": WHY });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.goto("service-instances?q=orders-db").await;
    browser.click("Sign in…").await;
    browser.fill("Passcode", &passcode(&app)).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.see_in("tbody", "orders-db-copy").await;
    assert!(writes(&app).iter().all(|e| e.target.ends_with("/oauth/token")), "{:?}", writes(&app));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_console_that_is_not_read_only_shows_no_badge() {
    let app = every().await;
    app.goto("images").await;
    app.browser.named("Create image…").await;
    app.browser.gone(".read-only").await;
    app.close().await;
}
