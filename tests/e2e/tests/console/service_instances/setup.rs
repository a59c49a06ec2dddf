//! Setting up a connection to a Cloud Foundry, and one to the Marketplace, in the form.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::{ConfigFile, Options};

use super::world::*;
use crate::actions::gestures::choose;

async fn none() -> App {
    let config = ConfigFile::Text("{\"connections\":[]}".to_owned());
    App::with(Options { config, images: 12, oci_images: 1, ..options() }, "connections").await
}

/// Begins the form for one of this kind.
pub async fn begin(app: &App, kind: &str, name: &str) {
    let browser = &app.browser;
    browser.click("Add connection…").await;
    browser.see_in("dialog h2", "Add a connection").await;
    let select = browser.control("Kind").await;
    let script = "const s = arguments[0]; s.value = [...s.options].find(o => o.text === arguments[1]).value; s.dispatchEvent(new Event('change', { bubbles: true })); s.dispatchEvent(new Event('input', { bubbles: true }))";
    let arguments = vec![select.to_json().expect("an element"), serde_json::json!(kind)];
    browser.driver.execute(script, arguments).await.expect("the script runs");
    browser.fill("Name", name).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_foundation_is_added_tested_and_signed_in_to() {
    let app = none().await;
    let browser = &app.browser;
    begin(&app, "Cloud Foundry", "shop").await;
    choose(browser, "Token that the user enters").await;
    browser.click("Save and test").await;
    browser.see_in("dialog", "Endpoint is missing").await;
    browser.fill("Endpoint", &format!("{}/cf", app.world.api_url())).await;
    browser.fill("UAA endpoint", &format!("{}/cf-uaa", app.world.api_url())).await;
    browser.see_in("dialog details.preview", "").await;
    browser.click("Save and test").await;
    browser.see_in(".test-result", "The API answers; nobody is signed in yet.").await;
    browser.see("https://api.sys.example.local").await;
    browser.click("Sign in…").await;
    browser.fill("Passcode", &passcode(&app)).await;
    browser.click("Sign in").await;
    browser.see_in(".test-result", "The API answers and accepts the token.").await;
    browser.see("with a one-time passcode, renewed by itself").await;
    browser.click("Service instances").await;
    browser.see_in("tbody", "prod").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_marketplace_is_added_tested_and_signed_in_to() {
    let app = none().await;
    let browser = &app.browser;
    begin(&app, "Oracle Marketplace Publisher", "partner").await;
    choose(browser, "Token that the user enters").await;
    browser.fill("Endpoint", &format!("{}/marketplace", app.world.api_url())).await;
    browser.click("Save and test").await;
    browser.see_in(".test-result", "There is no token for this connection.").await;
    browser.click("Sign in…").await;
    browser.click("Sign in").await;
    browser.see_in("dialog", "Paste the access token that the Marketplace gave you.").await;
    browser.see_in("dialog", "Enter the partner's e-mail address").await;
    browser.fill("Access token", "wrong").await;
    browser.fill("User id", "partner@example.com").await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.see_in(".test-result", "does not accept the token and the user id").await;
    browser.see("nobody is signed in: nothing can be asked").await;
    browser.click("Sign in…").await;
    let token = marketplace_token(&app).await;
    browser.fill("Access token", &token).await;
    browser.fill("User id", "partner@example.com").await;
    browser.click("Sign in").await;
    browser.see_in(".test-result", "accepts the token and the user id").await;
    browser.see("with a token of partner@example.com").await;
    assert!(!stored(browser).await.contains(&token), "a token is stored nowhere");
    app.close().await;
}

/// A good token, from the control interface.
async fn marketplace_token(app: &App) -> String {
    app.world.with_world(|world| world.marketplace().token())
}
