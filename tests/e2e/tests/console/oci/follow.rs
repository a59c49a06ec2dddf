//! An export is followed: by its work request, or by the image's state where there is none.

use image_console_e2e::Browser;
use image_console_emulator::Fault;
use image_console_emulator::oci::Kind;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::see_fact;

#[tokio::test(flavor = "multi_thread")]
async fn a_work_request_is_followed_in_percent_to_its_end_with_its_log() {
    let app = open("images").await;
    let browser = &app.browser;
    app.world
        .with_world(|w| w.oci().switches().set(&json!({ "work_ms": 200_000 })))
        .expect("the switch is set");
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "followed.oci").await;
    send_export(browser).await;
    app.world.advance(100_000);
    browser.click("Check now").await;
    let percent = percent(browser).await;
    assert!((45..=80).contains(&percent), "{percent} % after 100 of 200 s");
    see_fact(browser, "lifecycleState", "EXPORTING").await;
    see_fact(browser, "opc-work-request-id", "ocid1.coreservicesworkrequest.").await;
    app.goto("activity").await;
    browser.see_in(".job", "IN_PROGRESS · ").await;
    browser.click("Export image").await;
    browser.see_in("h1", "Export image").await;

    app.world.advance(120_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    for line in ["Accepted.", "Converting.", "Transferring.", "Finished."] {
        browser.see(line).await;
    }
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.goto("activity").await;
    browser.see_in(".job", "succeeded").await;
    app.close().await;
}

/// How far the page says that the work is.
async fn percent(browser: &Browser) -> u64 {
    let script = "const said = document.body.innerText.match(/IN_PROGRESS · (\\d+) %/); return said && Number(said[1]) > 20 ? Number(said[1]) : 0";
    browser.wait_for("IN_PROGRESS with percent", script, vec![]).await.as_u64().unwrap_or_default()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_request_that_fails_shows_its_errors_and_its_log() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "fails-LimitExceeded.oci").await;
    send_export(browser).await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    browser.see("Export image failed").await;
    see_fact(browser, "status", "failed; the API says FAILED").await;
    browser.see("LimitExceeded").await;
    browser.see("The object is larger than the bucket's limit allows.").await;
    browser.see("Failed; see the errors.").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    app.goto("activity").await;
    browser.see_in(".job", "failed").await;
    browser.see_in(".job", "The object is larger than the bucket's limit allows.").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_work_request_that_is_canceled_is_no_success() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "cancels.oci").await;
    send_export(browser).await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "failed; the API says CANCELED").await;
    browser.see("Canceled.").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_without_a_work_request_is_followed_by_the_images_only_one() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "without-work-request.oci").await;
    send_export(browser).await;
    browser.see("The answer named no work request; this is the only one of the image since then").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_no_work_request_may_be_seen_the_images_state_is_followed_and_no_success_is_claimed() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    let hidden = r#"{"code":"NotAuthorizedOrNotFound","message":"not yours"}"#;
    app.world.add_fault(Fault::on("GET", "/20160918/workRequests").status(404, hidden));
    fill_export(&app, FRA, &id, "without-work-request.oci").await;
    send_export(browser).await;
    browser.see("Asking for the image instead").await;
    see_fact(browser, "status", "running; the API says EXPORTING").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    browser.see("How this ended is not known").await;
    browser.see("The image has left EXPORTING, so the export has ended.").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    browser.see(&format!("image {id} on {FRA}")).await;
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}
