//! The Activity page: filters in the address, x of y, and what can be taken away.

use image_console_e2e::{App, axe};
use serde_json::{Value, json};

use super::support::*;
use crate::actions::gestures::see_fact;
use crate::fault_support::own_image;
use crate::oci::world::stored;

const GONE: &str = "0f0f0f0f-0000-4000-8000-0000000000e7";

/// An export that runs, and a deletion that has succeeded.
async fn two_operations() -> App {
    let (app, id) = slow(400_000, "about").await;
    app.world.with_world(|w| w.triton().put_image("us-east-1", own_image(GONE, "to-go"))).expect("an image");
    app.goto(&format!("images/us-east-1/{GONE}?action=delete")).await;
    app.browser.fill("Type the image's name to confirm", "to-go").await;
    app.browser.click("Delete image").await;
    app.browser.gone("dialog[open]").await;
    export(&app, &id, "narrowed.oci").await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn filters_live_in_the_address_and_say_x_of_y() {
    let app = two_operations().await;
    let browser = &app.browser;
    app.goto("activity").await;
    browser.see("2 of 2 operations").await;
    browser.see("1 running · 1 finished").await;

    browser.click("Running 1").await;
    browser.see("1 of 2 operations").await;
    assert!(browser.url().await.ends_with("/activity?show=running"));
    browser.click("All 2").await;
    select(&app, "Action", "DeleteImage").await;
    browser.see("1 of 2 operations").await;
    browser.see("Running 0").await;
    assert!(browser.url().await.ends_with("/activity?action=DeleteImage"));
    select(&app, "Connection", "oci-frankfurt").await;
    browser.see("No operation fits these filters").await;
    browser.see("0 of 2 operations").await;
    assert!(browser.url().await.ends_with("/activity?connection=oci-frankfurt&action=DeleteImage"));
    browser.driver.back().await.expect("back");
    browser.see("1 of 2 operations").await;
    browser.click("Clear filters").await;
    browser.see("2 of 2 operations").await;

    browser.fill("Search operations", "narrowed.oci").await;
    browser.see("1 of 2 operations").await;
    browser.see_in(".job", "Export image").await;
    assert!(browser.url().await.ends_with("/activity?q=narrowed.oci"));
    browser.driver.refresh().await.expect("reloads");
    browser.see("1 of 2 operations").await;
    assert_eq!(browser.value("Search operations").await, "narrowed.oci");
    for scheme in ["light", "dark"] {
        browser.look(scheme, 1280).await;
        axe::check(browser, "the filters").await;
        browser.picture(&format!("activity-filters-{scheme}")).await;
    }
    browser.look("light", 400).await;
    browser.picture("activity-filters-400").await;
    app.close().await;
}

/// Chooses an option by its value.
async fn select(app: &App, label: &str, value: &str) {
    let control = app.browser.control(label).await;
    let script = "arguments[0].value = arguments[1]; arguments[0].dispatchEvent(new Event('change', { bubbles: true }))";
    let arguments = vec![control.to_json().expect("an element"), json!(value)];
    app.browser.driver.execute(script, arguments).await.expect("chooses");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_exported_and_stored_holds_no_secret() {
    let app = two_operations().await;
    let browser = &app.browser;
    app.goto("activity").await;
    browser.see("2 of 2 operations").await;
    let keep = "window.saved = []; const make = URL.createObjectURL; URL.createObjectURL = blob => { blob.text().then(text => saved.push(text)); return make(blob); }";
    browser.script(keep, vec![]).await;
    browser.click("Export as JSON").await;
    let text = browser.wait_for("the file", "return saved[0]", vec![]).await;
    let text = text.as_str().expect("text");
    let file: Value = serde_json::from_str(text).expect("JSON");
    assert_eq!(file["format"], "image-console-operations/1");
    assert_eq!(file["operations"].as_array().map(Vec::len), Some(2));
    let sent = app.world.journal();
    let token = sent.iter().find_map(|e| e.headers.get("opc-retry-token")).expect("a retry token");
    assert!(!text.contains(token), "the retry token stays here");
    let kept = stored(browser).await;
    for secret in ["Authorization", "authorization\"", "Signature ", "Bearer ", "PRIVATE KEY"] {
        assert!(!text.contains(secret) && !kept.contains(secret), "{secret}");
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn stopping_to_follow_is_not_called_cancel_and_can_be_taken_up_again() {
    let (app, id) = slow(400_000, "about").await;
    let browser = &app.browser;
    export(&app, &id, "stopped.oci").await;
    browser.click("Stop following…").await;
    browser.see_in("dialog[open]", "This is no cancel: the work itself goes on.").await;
    browser.click("Stop following").await;
    see_fact(browser, "status", "unknown").await;
    let asked = questions(&app).len();
    app.world.advance(500_000);
    assert_eq!(questions(&app).len(), asked);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    app.close().await;
}
