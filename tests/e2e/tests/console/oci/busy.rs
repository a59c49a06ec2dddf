//! Services that are busy for a moment: it is tried again under the same token, and said so.

use image_console_e2e::App;
use image_console_emulator::Fault;
use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::gestures::see_fact;
use crate::actions::world::{wait_for_writes, writes};

/// An export that a fault meets once and that then goes through.
async fn recovers(fault: &str, statuses: [u16; 2]) {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, &format!("{fault}.oci")).await;
    send_export(browser).await;
    let sent = wait_for_writes(&app, 2).await;
    assert_eq!(sent.iter().map(|e| e.status).collect::<Vec<_>>(), statuses);
    assert_eq!(header(&sent[0], "opc-retry-token"), header(&sent[1], "opc-retry-token"));
    assert_eq!(sent[0].body, sent[1].body);
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    see_fact(browser, "requests sent", "2").await;
    browser.see_in(".timeline", "no answer").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn too_many_requests_once() {
    recovers("fault-429-once", [429, 200]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unavailable_once() {
    recovers("fault-503-once", [503, 200]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incorrect_state_that_passes() {
    recovers("fault-409-once", [409, 200]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn unavailable_after_it_was_carried_out_is_carried_out_once() {
    recovers("fault-503-after-once", [503, 200]).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_incorrect_state_that_stays_says_what_it_waits_for() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "fault-409.oci").await;
    browser.click("Export image").await;
    browser.see_in("dialog", "The service cannot take it up at the moment").await;
    browser.see_in("dialog", "IncorrectState").await;
    browser.see_in("dialog", "attempt 2 of 8").await;
    browser.see_in("dialog", "under the same retry token").await;
    let sent = wait_for_writes(&app, 2).await;
    assert_eq!(header(&sent[0], "opc-retry-token"), header(&sent[1], "opc-retry-token"));
    assert_eq!(executed(&app, "ExportImage", &id), 0);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_conflict_is_not_tried_again() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "fault-409-conflict.oci").await;
    browser.click("Export image").await;
    browser.see_in("dialog", "The image was not exported").await;
    browser.see_in("dialog", "It conflicts with what is there").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_of_a_list_that_comes_at_a_bad_moment_is_asked_for_again() {
    for status in [429, 503] {
        let app: App = only(|app| connection(app, "fra", "oci-as/ola", "proxy"), 40, "connections").await;
        let body = r#"{"code":"Busy","message":"later"}"#;
        app.world.add_fault(Fault::on("GET", "/20160918/images").times(1).status(status, body));
        app.goto("images").await;
        app.browser.see_in(".table-foot", "fra: ").await;
        app.browser.see_gone("so far").await;
        app.browser.fill("Search name", WEB).await;
        app.browser.see_in("tbody", WEB).await;
        app.browser.see_gone("not complete").await;
        let asked = app.requests("GET", "/20160918/images");
        assert_eq!(asked[0].status, status);
        assert_eq!((asked[1].status, &asked[1].target), (200, &asked[0].target));
        app.close().await;
    }
}
