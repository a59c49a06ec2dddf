//! The portal, and the ways into what it holds.

use std::path::PathBuf;

use image_console_e2e::app::options;
use image_console_e2e::{App, Browser};
use image_console_emulator::Options;
use serde_json::json;

/// The folder of the portal.
pub fn folder() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../deploy/portal"))
}

/// The usual world with the portal beside it; the browser has nothing open yet.
pub async fn beside(options: Options) -> App {
    App::with(Options { portal: Some(folder()), ..options }, "favicon.svg").await
}

/// A page of the portal.
pub async fn portal(page: &str) -> App {
    let app = beside(options()).await;
    visit(&app, page).await;
    app
}

/// Goes to a page of the portal.
pub async fn visit(app: &App, page: &str) {
    app.browser.goto(&format!("{}/{page}", app.world.portal_url())).await;
}

/// The gestures go into the frame of what `selector` matches: an element, or the frame itself.
pub async fn enter(browser: &Browser, selector: &str) {
    let script = "const found = document.querySelector(arguments[0]); return found?.shadowRoot ? found.shadowRoot.querySelector('iframe') : found";
    browser.wait_for(&format!("the frame of {selector}"), script, vec![json!(selector)]).await;
    let found = browser.driver.execute(script, vec![json!(selector)]).await.expect("the script runs");
    found.element().expect("a frame").enter_frame().await.expect("the frame is there");
}

/// The gestures go to the page around again.
pub async fn leave(browser: &Browser) {
    browser.driver.enter_default_frame().await.expect("the page around is there");
}

/// Waits until the portal says where the console is.
pub async fn place(browser: &Browser, route: &str) {
    let script = "return document.getElementById('place').textContent === arguments[0]";
    browser.wait_for(&format!("the place {route}"), script, vec![json!(route)]).await;
}

/// As `App::close`, without what a browser says of any page in a frame: it gives no focus to what asks for
/// it by an attribute, and what is taken out has its requests ended.
pub async fn close(app: App) {
    let violations = app.world.csp_reports();
    let usual = ["Failed to load resource", "Blocked autofocusing", "Fetch API cannot load"];
    let severe: Vec<String> = app.browser.severe_log().await;
    let severe: Vec<_> = severe.iter().filter(|line| !usual.iter().any(|one| line.contains(one))).collect();
    assert!(violations.is_empty(), "content security policy: {violations:#?}");
    assert!(severe.is_empty(), "the browser's log: {severe:#?}");
    app.browser.close().await;
    app.world.stop().await;
}
