//! An upload is opened by its number or by its address, on any device, without anything stored.

use serde_json::json;
use thirtyfour::Key;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_number_leads_to_its_address_and_nonsense_is_told_at_the_field() {
    let app = open("uploads").await;
    let browser = &app.browser;
    browser.see_in("td", "huge-takes-604800s").await;
    for nonsense in ["", "27a", "-5", "1/../2"] {
        browser.fill("uploadRequestId", nonsense).await;
        browser.click("Open").await;
        browser.see("An uploadRequestId is a whole number, for example 2797087.").await;
        assert_eq!(browser.value("uploadRequestId").await, nonsense, "nothing typed is lost");
    }
    let focused = "return document.activeElement.getAttribute('aria-invalid')";
    browser.wait_for("the wrong field to have the keyboard", focused, vec![]).await;
    browser.fill("uploadRequestId", " 2797087 ").await;
    browser.keys(&String::from(Key::Enter.value())).await;
    browser.see_in("h1", "APS1826_WWP_061218 OL67 wordpress.tar.gz").await;
    assert!(browser.url().await.ends_with("/uploads/marketplace/2797087"), "{}", browser.url().await);
    assert_eq!(readings(&app).len(), 1, "one question for an upload that has ended");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn among_several_connections_one_is_chosen() {
    let both = [("first", "marketplace-as", "proxy"), ("second", "marketplace-as", "proxy")];
    let app = with(&both, image_console_e2e::app::options(), "uploads").await;
    let browser = &app.browser;
    browser.see_in("td", "huge-takes-604800s").await;
    browser.fill("uploadRequestId", "2797087").await;
    let select = browser.control("Connection").await;
    select.send_keys("second").await.expect("keys");
    browser.click("Open").await;
    browser.see_in("h1", "APS1826_WWP_061218").await;
    assert!(browser.url().await.ends_with("/uploads/second/2797087"));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_alone_is_enough_to_follow_what_runs() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(7_934_470)).await;
    browser.see_in("h1", "SHOPAPI 2.4.0 shopapi.tar.gz").await;
    browser.see_in(".job", "Machine image upload").await;
    browser.see_in(".tray", "1 running").await;
    // A second look at it follows nothing twice.
    browser.driver.refresh().await.expect("reloads");
    browser.see_in(".tray", "1 running").await;
    pass_until(&app, ".page-mark", "Completed").await;
    browser.see_in(".job", "succeeded").await;
    browser.gone(".tray").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_palette_opens_a_number() {
    let app = open("images").await;
    let browser = &app.browser;
    browser.see_in("h1", "Images").await;
    browser.ctrl('k').await;
    browser.see_in("dialog[open]", "Uploads to the Marketplace").await;
    browser.keys("2797087").await;
    browser.see_in("[role=option]", "Upload 2797087").await;
    browser.keys(&String::from(Key::Enter.value())).await;
    browser.see_in("h1", "APS1826_WWP_061218").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tabs_follow_an_upload_once_and_both_show_how_far_it_is() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(7_934_470)).await;
    browser.see_in(".job", "asked about 1 time").await;
    let first = browser.tab().await;
    let second = browser.open_tab(&format!("{}/{}", app.world.page_url(), page_of(7_934_470))).await;
    browser.see_in(".tray", "1 running").await;
    browser.go_to_tab(&first).await;
    pass(&app, 130).await;
    browser.see_in(".center", "52 %").await;
    browser.go_to_tab(&second).await;
    browser.see_in(".center", "52 %").await;
    browser.click("Activity").await;
    browser.see("1 of 1 operation").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_is_not_there_says_so_and_is_not_followed() {
    let app = open(&page_of(4_711)).await;
    let browser = &app.browser;
    browser.see("marketplace has no upload 4711, or does not show it").await;
    browser.see("Entity Not Found: there is no upload request of this number").await;
    browser.gone(".tray").await;
    let put = json!({"uploadRequestId": 4711, "application": "late", "statusName": "Completed"});
    super::world::put(&app, put);
    browser.click("Retry").await;
    browser.see_in("h1", "late").await;
    browser.see_gone("has no upload 4711").await;
    app.goto("uploads/nobody/4711").await;
    browser.see("This browser has no connection called nobody").await;
    app.close().await;
}
