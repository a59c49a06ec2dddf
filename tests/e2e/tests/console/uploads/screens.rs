//! Both screens in light, dark and narrow, with rows, with trouble, and with nothing.

use super::world::*;
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn the_search_and_an_upload_hold_in_every_look() {
    let two = [(PROXIED, "marketplace-as", "proxy"), ("own", "marketplace", "token")];
    let app = with(&two, image_console_e2e::app::options(), "uploads").await;
    let browser = &app.browser;
    browser.see_in("td", "huge-takes-604800s").await;
    browser.see("Sign in on own to go on").await;
    look(&app, "uploads").await;
    app.goto("uploads?keyword=nothing-at-all&source=marketplace").await;
    browser.see("No upload matches the search").await;
    look(&app, "uploads-none").await;
    app.goto(&page_of(7_934_470)).await;
    browser.see_in(".center", "47 %").await;
    look(&app, "upload-running").await;
    browser.click("Timeline of what was observed").await;
    browser.see_in(".timeline", "In Progress").await;
    look(&app, "upload-operation").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_upload_that_stalls_ends_or_cannot_be_read_holds_in_every_look() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let id = start(&app, "stalls");
    app.goto(&page_of(id)).await;
    browser.see_in(".tray", "1 running").await;
    pass_share(&app, 1_000).await;
    browser.see_in(".center", "47 %").await;
    pass_until(&app, ".notice", "No change for ").await;
    look(&app, "upload-stalls").await;
    app.goto(&page_of(id_of(&app, "ended-failed"))).await;
    browser.see_in(".page-mark", "Failed").await;
    look(&app, "upload-failed").await;
    app.goto(&page_of(4_711)).await;
    browser.see("has no upload 4711").await;
    look(&app, "upload-missing").await;
    app.goto(&page_of(id_of(&app, &"many words ".repeat(20)))).await;
    browser.see_in("h1", "many words").await;
    look(&app, "upload-long-name").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_connection_the_screen_says_what_to_do() {
    let app = with(&[], image_console_e2e::app::options(), "uploads").await;
    app.browser.see("No connection to the Marketplace is set up").await;
    look(&app, "uploads-no-connection").await;
    app.close().await;
}
