//! Odd and hostile data: shown as text, as it came, marked where it is not of the documented type.

use image_console_e2e::app::options;
use image_console_emulator::Options;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::see_fact;

#[tokio::test(flavor = "multi_thread")]
async fn names_that_are_markup_are_text() {
    let app = open("uploads?keyword=script").await;
    let browser = &app.browser;
    let name = "<script>alert(1)</script> & \"quotes\"";
    browser.see_in("td", name).await;
    app.goto(&page_of(id_of(&app, name))).await;
    browser.see_in("h1", name).await;
    see_fact(browser, "application", name).await;
    assert_eq!(
        browser.script("return document.querySelectorAll('main script').length", vec![]).await,
        json!(0)
    );
    for name in ["Übergrößenträger", "متجر-الصور", "a,b=c?d#e%20f+g", &"x".repeat(255)] {
        app.goto(&page_of(id_of(&app, name))).await;
        browser.see_in("h1", name).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_field_of_a_wrong_type_costs_only_itself() {
    let app =
        with(&[(PROXIED, "marketplace-as", "proxy")], Options { wild: true, ..options() }, "about:blank")
            .await;
    let browser = &app.browser;
    app.goto("uploads?keyword=wild&limit=100").await;
    browser.see("25 of 25").await;
    for (id, name, shows) in [
        (8_500_004, "statusName", "4"),
        (8_500_005, "uploadedChunks", "9,007,199,254,740,993"),
        (8_500_006, "uploadedChunks", "-1"),
        (8_500_007, "uploadedChunks", "12"),
        (8_500_010, "createdDate", "1528777730001"),
        (8_500_011, "lastModifiedDate", "yesterday"),
        (8_500_013, "overwriteStorageFile", "true"),
        (8_500_014, "createdBy", "John Doe"),
        (8_500_016, "imageFilePath", "[\"a\",\"b\"]"),
    ] {
        app.goto(&page_of(id)).await;
        see_fact(browser, name, shows).await;
    }
    app.goto(&page_of(8_500_018)).await;
    browser.see("This is not the documented type; it is shown as it came.").await;
    browser.see("{\"US2\":\"100%\"}").await;
    app.goto(&page_of(8_500_019)).await;
    browser.see_in(".center", "\"US2\"").await;
    browser.see_in(".center", "without a name").await;
    for (id, shows) in [
        (8_500_020, "47 %"),
        (8_500_021, "uploadProgress: 1000000000000%"),
        (8_500_022, "uploadProgress: -5%"),
        (8_500_023, "47 %"),
    ] {
        app.goto(&page_of(id)).await;
        browser.see_in(".center", shows).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_that_no_document_names_are_shown_and_the_body_stands_as_it_came() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let id = put(
        &app,
        json!({"uploadRequestId": 5_000_002, "application": "more", "statusName": "Completed",
            "tenant": {"name": "acme", "tags": ["<b>"]}, "dataCenterImageUploadRequests": [
                {"dataCenterName": "EM2", "statusName": "Completed", "uploadProgress": "100%", "rack": "r7",
                 "copyUpload": "perhaps"}]}),
    );
    app.goto(&page_of(id)).await;
    browser.see("Fields that the documents do not name").await;
    browser.see_in("pre", "\"tags\": [ \"<b>\" ]").await;
    browser.see_in(".center", "r7").await;
    browser.see_in(".center .marks", "copyUpload: \"perhaps\"").await;
    browser.click("Show ").await;
    browser.see_in("pre[aria-label='The upload as JSON']", "\"tenant\": { \"name\": \"acme\"").await;
    see_fact(browser, "content-type", "application/json").await;
    app.close().await;
}
