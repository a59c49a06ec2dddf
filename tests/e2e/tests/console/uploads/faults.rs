//! Everything that can go wrong with a reading: what failed, why, what to do; and what was there stays.

use image_console_emulator::Fault;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn each_refusal_is_explained_with_its_status() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    for (application, says) in [
        ("fault-get-400", "Invalid Parameter Value: the API did not accept one of the values."),
        ("fault-get-401", "Not Authorized: the token is missing, has expired"),
        ("fault-get-404", "Entity Not Found: there is no upload request of this number"),
        ("fault-get-429", "The API or a proxy in front of it could not answer now."),
        ("fault-get-500", "System Error: the API failed."),
        ("fault-get-503", "The API or a proxy in front of it could not answer now."),
        ("fault-get-drop", "The browser got no answer it may read"),
        ("fault-get-html", "Status 502 with a web page in place of an API error"),
        ("fault-get-malformed", "An answer came, but it is not what the API documents"),
        ("fault-get-truncated", "no answer"),
        ("fault-get-empty", "An answer came, but it is not what the API documents"),
    ] {
        app.goto(&page_of(id_of(&app, application))).await;
        if application != "fault-get-truncated" {
            browser.see(says).await;
        }
        browser.see_in(".notice.bad", "Retry").await;
        browser.see_in(".notice.bad", "Copy details").await;
        browser.gone(".tray").await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_error_without_a_body_or_with_a_web_page_in_it_says_what_came() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let path = format!("*{UPLOADS}/2797087");
    for (status, body, says) in [
        (404, "", "Status 404 without a body"),
        (500, "<html><title>oops</title></html>", "Status 500 with a web page in place of an API error"),
        (418, r#"{"title":"Teapot <b>bold</b>"}"#, "Teapot <b>bold</b>"),
    ] {
        app.world.clear_faults();
        app.world.add_fault(Fault::on("GET", &path).status(status, body));
        app.goto(&page_of(2_797_087)).await;
        browser.see(says).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_check_that_fails_is_said_and_what_was_read_stays() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(7_934_470)).await;
    browser.see_in(".center", "47 %").await;
    app.world.add_fault(Fault::on("*", &format!("*{UPLOADS}/7934470")).status(503, r#"{"message":"busy"}"#));
    pass(&app, 60).await;
    browser.see("The last check failed; the upload itself may go on").await;
    browser.see_in(".center", "47 %").await;
    browser.see_in(".tray", "1 running").await;
    app.world.clear_faults();
    pass_until(&app, ".center", "52 %").await;
    browser.see_gone("The last check failed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn retry_after_is_kept_to() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(7_934_470)).await;
    browser.see_in(".job", "asked about 1 time").await;
    let fault = Fault::on("*", &format!("*{UPLOADS}/7934470")).status(429, r#"{"message":"slow down"}"#);
    app.world.add_fault(fault.header("Retry-After", "300").times(1));
    pass(&app, 60).await;
    browser.see("The last check failed; the upload itself may go on").await;
    browser.see_in(".notice-details", "Retry-After 300").await;
    let asked = readings(&app).len();
    for _ in 0..3 {
        pass(&app, 60).await;
        browser.wait_for("the page to rest", "return idle()", vec![]).await;
    }
    let now: Vec<_> = readings(&app).iter().map(|e| (e.method.clone(), e.status)).collect();
    assert_eq!(now.len(), asked, "not before the five minutes are over: {now:?}");
    pass(&app, 130).await;
    browser.see_gone("The last check failed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_that_hangs_can_be_given_up() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto(&page_of(id_of(&app, "fault-get-hang"))).await;
    browser.see("The upload is being read.").await;
    browser.click("Cancel").await;
    browser.see("The upload was not read").await;
    app.world.add_fault(Fault::on("GET", &format!("*{UPLOADS}?*")).hang());
    app.goto("uploads").await;
    browser.click("Cancel").await;
    browser.see("No upload can be shown").await;
    app.close().await;
}
