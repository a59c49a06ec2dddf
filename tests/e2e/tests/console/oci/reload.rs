//! Answers that are lost, by the network or by a reload: however often it has to be sent, it is one
//! intent under one retry token, and is carried out once.

use image_console_emulator::Fault;
use image_console_emulator::oci::Kind;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::{double_click, see_fact};
use crate::actions::world::{wait_for_writes, writes};

const EXPORT: &str = "/20160918/images/*/actions/export";

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_was_carried_out_before_a_reload_is_found_and_done_once() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "reloaded.oci").await;
    app.world.add_fault(Fault::on("POST", EXPORT).hang().after());
    double_click(browser, "Export image").await;
    wait_for_writes(&app, 1).await;
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    browser.driver.refresh().await.expect("reloads");
    browser.see_in("a.tray", "1 running").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Export image").await;
    browser.see_in("h1", "Export image").await;
    app.world.advance(25_000);
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    one_token(&app);
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_whose_answer_is_lost_is_sent_again_under_its_token_and_done_once() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "fault-drop-after-once.oci").await;
    send_export(browser).await;
    let sent = wait_for_writes(&app, 2).await;
    assert_eq!(sent.iter().map(|e| e.status).collect::<Vec<_>>(), [0, 200]);
    one_token(&app);
    see_fact(browser, "requests sent", "2").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_export_that_waits_for_its_next_attempt_when_the_page_is_reloaded_keeps_its_token() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "kept.oci").await;
    let busy = r#"{"code":"ServiceUnavailable","message":"later"}"#;
    app.world.add_fault(Fault::on("POST", EXPORT).status(503, busy).after());
    browser.click("Export image").await;
    browser.see("under the same retry token").await;
    assert_eq!(
        executed(&app, "ExportImage", &id),
        1,
        "it was carried out, although the answer says otherwise"
    );
    browser.driver.refresh().await.expect("reloads");
    browser.see_in("a.tray", "1 running").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.click("Export image").await;
    browser.see_in("h1", "Export image").await;
    app.world.advance(25_000);
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    one_token(&app);
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restoration_that_was_carried_out_before_a_reload_is_found_and_done_once() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@");
    app.goto(&format!("images/{FRA}/{id}?action=restore")).await;
    browser.see_in("dialog", "Can be restored for").await;
    app.world.add_fault(Fault::on("POST", "*/actions/restore").hang().after());
    browser.fill("version", "1.3.0").await;
    double_click(browser, "Restore image").await;
    wait_for_writes(&app, 1).await;
    browser.driver.refresh().await.expect("reloads");
    browser.see("1.3.0").await;
    app.world.clear_faults();
    app.goto("activity").await;
    browser.see_in(".job", "succeeded").await;
    browser.click("Restore container image").await;
    see_fact(browser, "status", "succeeded; the API says AVAILABLE").await;
    one_token(&app);
    assert_eq!(writes(&app)[0].json_body(), json!({ "version": "1.3.0" }));
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 1);
    app.close().await;
}

fn one_token(app: &image_console_e2e::App) {
    let sent = writes(app);
    let first = (header(&sent[0], "opc-retry-token"), header(&sent[0], "if-match"), &sent[0].body);
    for entry in &sent {
        let this = (header(entry, "opc-retry-token"), header(entry, "if-match"), &entry.body);
        assert_eq!(this, first, "every attempt is the same request under the same token");
    }
}
