//! What was submitted before the console became read-only: it is looked for and never sent again, and
//! what can be offered for other operations is refused with the reason.

use image_console_e2e::App;
use image_console_emulator::Fault;
use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::gestures::{double_click, see_fact};
use crate::actions::world::{EAST, MY_IMAGE, wait_for_writes, writes};
use crate::oci::world::{FRA, WEB, executed, fill_export, id_of};

const EXPORT: &str = "/20160918/images/*/actions/export";

/// Loads the page anew, read-only, and opens the operation.
async fn come_back(app: &App, title: &str) {
    app.world.clear_faults();
    make_read_only(app).await;
    app.goto("activity").await;
    app.browser.see_in("summary", "Read-only").await;
    app.browser.click(title).await;
    app.browser.see_in("h1", title).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_was_carried_out_before_the_reload_is_found_and_not_sent_again() {
    let app = every().await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "found.oci").await;
    app.world.add_fault(Fault::on("POST", EXPORT).hang().after());
    double_click(browser, "Export image").await;
    wait_for_writes(&app, 1).await;
    come_back(&app, "Export image").await;
    app.world.advance(25_000);
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    see_fact(browser, "requests sent", "1").await;
    for name in ["Try again…", "Send again…"] {
        assert_refused(browser, name).await;
    }
    assert_eq!((writes(&app).len(), executed(&app, "ExportImage", &id)), (1, 1));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_never_arrived_is_looked_for_and_said_to_be_most_likely_not_carried_out() {
    let app = every().await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "lost.oci").await;
    app.world.add_fault(Fault::on("POST", EXPORT).hang());
    double_click(browser, "Export image").await;
    wait_for_writes(&app, 1).await;
    come_back(&app, "Export image").await;
    see_fact(browser, "requests sent", "1").await;
    browser.see("looking for the work request it may have started").await;
    assert_refused(browser, "Send again…").await;
    assert_eq!((writes(&app).len(), executed(&app, "ExportImage", &id)), (1, 0));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_waits_for_its_next_attempt_failed_for_certain() {
    let app = every().await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "never.oci").await;
    let busy = r#"{"code":"TooManyRequests","message":"later"}"#;
    app.world.add_fault(Fault::on("POST", EXPORT).status(429, busy).header("Retry-After", "30"));
    browser.click("Export image").await;
    browser.see("under the same retry token").await;
    come_back(&app, "Export image").await;
    see_fact(browser, "status", "failed").await;
    browser.see_in("main", REASON).await;
    browser.see("This console is read-only, so nothing was sent.").await;
    assert_eq!((writes(&app).len(), executed(&app, "ExportImage", &id)), (1, 0));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_operation_that_could_be_tried_again_is_not_and_is_kept() {
    let app = every().await;
    let browser = &app.browser;
    app.goto(&format!("images/{EAST}/{MY_IMAGE}?action=delete")).await;
    app.world.add_fault(
        Fault::on("DELETE", "/*/images/*").status(429, r#"{"code":"RequestThrottled","message":"later"}"#),
    );
    browser.fill("Type the image", "my-image").await;
    browser.click("Delete image").await;
    browser.see_in("dialog[open]", "RequestThrottled").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Delete image").await;
    browser.named("Try again…").await;
    let enabled = "return [...document.querySelectorAll('button')].some(b => b.innerText.trim() === 'Try again…' && !b.ariaDisabled)";
    browser.wait_for("Try again…, enabled", enabled, vec![]).await;
    come_back(&app, "Delete image").await;
    assert_refused(browser, "Try again…").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}
