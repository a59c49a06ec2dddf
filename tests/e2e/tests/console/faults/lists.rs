//! Lists that are none: the other connection's rows stay, the failing one says what came, and
//! Retry brings it back.

use image_console_e2e::App;
use image_console_emulator::Fault;

use crate::fault_support::{EU, US, US_LIST, forget_copies, no_notice, notice, press_in, table, whole};

const TROUBLE: &str = "us-east-1: the images could not be listed";

/// The first visit of a browser to a list that is spoilt, and the visit's end after Retry.
async fn spoilt(app: &App, fault: Fault, words: &[&str]) {
    forget_copies(&app.browser).await;
    app.world.add_fault(fault);
    app.goto("images").await;
    app.browser.see(EU).await;
    let text = notice(&app.browser, TROUBLE).await;
    for word in words {
        assert!(text.contains(word), "“{word}” in: {text}");
    }
    app.world.clear_faults();
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(app).await;
    no_notice(&app.browser, TROUBLE).await;
}

fn list() -> Fault {
    Fault::on("GET", US_LIST)
}

#[tokio::test(flavor = "multi_thread")]
async fn malformed_json_stops_the_list_where_it_breaks() {
    let app = table().await;
    let body = r#"[{"id":"0f0f0f0f-0000-4000-8000-000000000001","name":"the-first"} and so on]"#;
    app.world.add_fault(list().status(200, body));
    forget_copies(&app.browser).await;
    app.goto("images").await;
    app.browser.see(EU).await;
    app.browser.see("us-east-1: 1 of 1, not complete").await;
    let text = notice(&app.browser, TROUBLE).await;
    assert!(text.contains("to the end, 1 arrived"), "{text}");
    assert!(text.contains("the list is not valid JSON after 1 element"), "{text}");
    app.world.clear_faults();
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(&app).await;
    app.browser.see_gone("the-first").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_truncated_list_keeps_what_arrived() {
    let app = table().await;
    forget_copies(&app.browser).await;
    app.world.add_fault(list().hold_after_bytes(50_000).truncate_body(60_000));
    app.goto("images").await;
    app.browser.see(EU).await;
    // Held until rows stand, because a browser throws away what nobody read before the end.
    let far = "return /us-east-1: [1-9]\\d* of \\d+ so far/.test(document.body.innerText)";
    app.browser.wait_for("rows so far", far, vec![]).await;
    app.world.clear_faults();
    let text = notice(&app.browser, TROUBLE).await;
    assert!(text.contains("to the end") && text.contains("The connection ended early"), "{text}");
    let footer = app
        .browser
        .wait_for(
            "the footer",
            "return document.body.innerText.match(/us-east-1: (\\d+) of \\d+, not complete/)?.[1]",
            vec![],
        )
        .await;
    let rows: u32 = footer.as_str().and_then(|n| n.parse().ok()).expect("a number of rows");
    assert!((1..226).contains(&rows), "{rows} rows arrived");
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(&app).await;
    no_notice(&app.browser, TROUBLE).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_web_page_in_place_of_a_list_is_called_one() {
    let app = table().await;
    let page = "<!DOCTYPE html><html><title>Sign in</title><body>Please sign in.</body></html>";
    let html = |status: u16| list().status(status, page).content_type("text/html; charset=utf-8");
    let words = ["a proxy or a sign-in page may have replied in its place", "<!DOCTYPE html>"];
    spoilt(&app, html(200), &words).await;
    spoilt(&app, html(502), &["502", "<!DOCTYPE html>"]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn other_json_and_nothing_at_all_are_no_lists() {
    let app = table().await;
    spoilt(
        &app,
        list().status(200, r#"{"images":[]}"#),
        &["the body is an object where a list was expected", "images"],
    )
    .await;
    spoilt(&app, list().status(200, ""), &["the body is empty where a JSON list was expected"]).await;
    spoilt(&app, list().dropped(), &["no answer it may read", "Check the address"]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refused_list_says_why_and_keeps_its_old_rows() {
    let app = table().await;
    let refusals = [
        (
            401,
            r#"{"code":"InvalidCredentials","message":"no such key"}"#,
            "does not know this account or key",
        ),
        (403, r#"{"code":"NotAuthorized","message":"no role"}"#, "its roles do not allow this call"),
        (
            429,
            r#"{"code":"TooManyRequestsError","message":"10 r/s"}"#,
            "More requests came than this key is allowed",
        ),
        (500, r#"{"code":"InternalError","message":"oops"}"#, "Something failed inside the server"),
        (503, r#"{"code":"ServiceUnavailableError","message":"later"}"#, "The API is in maintenance"),
    ];
    for (status, body, why) in refusals {
        app.world.add_fault(
            list()
                .status(status, body)
                .header("Retry-After", "Thu, 01 Jan 2026 06:00:00 GMT")
                .header("Request-Id", "req-1"),
        );
        app.browser.click("Refresh").await;
        let text = notice(&app.browser, TROUBLE).await;
        for word in [
            why,
            &status.to_string(),
            "226 rows from before stay",
            "Retry-After Thu, 01 Jan 2026 06:00:00 GMT",
            "req-1",
        ] {
            assert!(text.contains(word), "“{word}” in: {text}");
        }
        assert!(text.contains("/jdoe/images?state=all"), "the request is named: {text}");
        app.browser.see(US).await;
        app.world.clear_faults();
        press_in(&app.browser, ".notice.bad", "Retry").await;
        no_notice(&app.browser, TROUBLE).await;
        whole(&app).await;
    }
    app.close().await;
}
