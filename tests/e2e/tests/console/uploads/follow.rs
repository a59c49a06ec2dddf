//! The engine follows: cheaply while nothing changes, after a reload, and not at all when it is told so.

use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn a_change_is_asked_for_once_and_shown_in_every_field() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let id = put(
        &app,
        json!({"uploadRequestId": 5_000_001, "application": "still", "statusName": "In Progress",
            "uploadedChunks": 10, "pendingChunks": 30, "lastModifiedBy": "anonymous",
            "lastModifiedDate": "2024-03-05T10:21:02.001Z", "dataCenterImageUploadRequests": []}),
    );
    app.goto(&page_of(id)).await;
    browser.see("10 of 40 chunks uploaded, 30 pending").await;
    for _ in 0..6 {
        pass(&app, 40).await;
        browser.wait_for("the page to rest", "return idle()", vec![]).await;
    }
    let quiet = readings(&app);
    let heads = quiet.iter().filter(|entry| entry.method == "HEAD").count();
    assert!(heads >= 4, "{heads} of {} by HEAD", quiet.len());
    put(
        &app,
        json!({"uploadRequestId": 5_000_001, "application": "still", "statusName": "In Progress",
            "uploadedChunks": 22, "pendingChunks": 18, "lastModifiedBy": "Jane Roe", "checkSum": "0f343b09",
            "lastModifiedDate": "2024-03-05T10:31:02.001Z", "dataCenterImageUploadRequests": []}),
    );
    app.world.clear_journal();
    pass(&app, 40).await;
    browser.see("22 of 40 chunks uploaded, 18 pending").await;
    crate::actions::gestures::see_fact(browser, "lastModifiedBy", "Jane Roe").await;
    crate::actions::gestures::see_fact(browser, "checkSum", "0f343b09").await;
    let asked: Vec<String> = readings(&app).into_iter().map(|entry| entry.method).collect();
    assert_eq!(asked, ["HEAD", "GET"], "the change is seen cheaply and read in full, once");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_goes_on_and_stopping_is_not_undone_by_looking() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(id_of(&app, "nightly-takes-1800s"))).await;
    browser.see_in(".tray", "1 running").await;
    browser.driver.refresh().await.expect("reloads");
    browser.see_in(".tray", "1 running").await;
    browser.click("Machine image upload").await;
    browser.see_in("h1", "Machine image upload").await;
    browser.click("Stop following…").await;
    browser.click("Stop following").await;
    browser.gone("dialog[open]").await;
    browser.gone(".tray").await;
    browser.driver.back().await.expect("back");
    browser.see("Nothing here follows it.").await;
    browser.gone(".tray").await;
    browser.click("Follow").await;
    browser.see_in(".tray", "1 running").await;
    app.goto("activity").await;
    browser.see("1 of 1 operation").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn it_goes_on_while_other_screens_are_looked_at_and_ends_there() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let id = start(&app, "elsewhere");
    app.goto(&page_of(id)).await;
    browser.see_in(".tray", "1 running").await;
    browser.click("Uploads").await;
    browser.see_in("h1", "Uploads").await;
    pass_share(&app, 1_010).await;
    browser.see_in(".toast", "succeeded").await;
    browser.gone(".tray").await;
    app.close().await;
}
