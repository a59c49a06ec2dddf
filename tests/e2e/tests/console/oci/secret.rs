//! A pre-authenticated URL: whoever has it may write, so it is sent, and is nowhere else.

use image_console_e2e::page_clock::before_each_page;
use image_console_emulator::oci::{Kind, NAMESPACE};

use super::world::*;
use crate::actions::gestures::choose;
use crate::actions::world::writes;

const SECRET: &str = "Zk7pQ2vXs3cr3t";
/// Keeps what the page offers for download, in place of a file.
const KEEP_DOWNLOADS: &str = "(() => { const make = URL.createObjectURL.bind(URL); \
    URL.createObjectURL = blob => { blob.text().then(text => { window.downloaded = text; }); return make(blob); }; })();";

#[tokio::test(flavor = "multi_thread")]
async fn the_secret_of_a_pre_authenticated_url_is_sent_and_shown_and_stored_nowhere() {
    let app = open("images").await;
    let browser = &app.browser;
    before_each_page(browser, KEEP_DOWNLOADS).await;
    let id = id_of(&app, Kind::Image, WEB);
    open_export(&app, FRA, &id).await;
    choose(browser, "objectStorageUri").await;
    let uri = format!(
        "https://objectstorage.{FRANKFURT}.oraclecloud.com/p/{SECRET}/n/{NAMESPACE}/b/{BUCKET}/o/secret.oci"
    );
    browser.fill("destinationUri", &uri).await;
    browser.see_in("dialog", "pre-authenticated: it has to allow writing").await;
    for (name, says) in [("HTTP", "HTTP/1.1"), ("curl", "curl"), ("oci", "to-object-uri")] {
        let text = spelling(browser, name, says).await;
        assert!(text.contains("•••") && !text.contains(SECRET), "{text}");
    }
    nowhere(&app, "the dialog").await;
    send_export(browser).await;
    let sent = writes(&app);
    assert_eq!(sent.len(), 1);
    assert_eq!(sent[0].json_body()["destinationUri"], uri, "what arrives is the whole URL");
    assert_eq!(executed(&app, "ExportImage", &id), 1);

    browser.see("Something secret was left out (•••)").await;
    nowhere(&app, "the operation's page").await;
    browser.click("Export as JSON").await;
    let json = browser.wait_for("the file", "return window.downloaded", vec![]).await;
    let json = json.as_str().expect("text");
    assert!(json.contains("•••") && json.contains(&id) && !json.contains(SECRET), "{json}");

    app.world.advance(25_000);
    browser.click("Check now").await;
    browser.see("succeeded; the API says SUCCEEDED").await;
    app.goto("activity").await;
    browser.see_in(".job", WEB).await;
    nowhere(&app, "Activity").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_quotes_the_url_is_masked_too() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    let uri = format!(
        "https://objectstorage.{FRANKFURT}.oraclecloud.com/p/{SECRET}/n/{NAMESPACE}/b/{BUCKET}/o/quoted.oci"
    );
    let body = format!(r#"{{"code":"InvalidParameter","message":"destinationUri {uri} cannot be used"}}"#);
    let fault = image_console_emulator::Fault::on("POST", "/20160918/images/*/actions/export");
    app.world.add_fault(fault.status(400, body));
    open_export(&app, FRA, &id).await;
    choose(browser, "objectStorageUri").await;
    browser.fill("destinationUri", &uri).await;
    browser.click("Export image").await;
    browser.see_in("dialog", "The image was not exported").await;
    browser.see_in("dialog", "•••").await;
    nowhere(&app, "the refusal").await;
    app.close().await;
}

async fn nowhere(app: &image_console_e2e::App, place: &str) {
    let page = app
        .browser
        .script(
            "return document.documentElement.outerHTML + location.href + JSON.stringify(history.state)",
            vec![],
        )
        .await;
    assert!(!page.as_str().unwrap_or_default().contains(SECRET), "{place} has the secret");
    assert!(!stored(&app.browser).await.contains(SECRET), "{place}: the secret was stored");
    let log = app.browser.driver.browser_log().await.expect("the browser's log");
    assert!(!format!("{log:?}").contains(SECRET), "{place}: the secret was logged");
}
