//! Token and user id: entered per connection, kept in memory, asked for once when they end.

use image_console_e2e::App;
use image_console_e2e::app::options;
use serde_json::json;

use super::world::*;
use crate::oci::world::stored;

/// A console whose only connection wants a token.
async fn open_with_token(address: &str) -> App {
    with(&[("own", "marketplace", "token")], options(), address).await
}

/// Signs in by the dialog that is open.
async fn sign_in(app: &App, token: &str) {
    let browser = &app.browser;
    browser.fill("Access token", token).await;
    browser.fill("User id", "jane.roe@example.com").await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
}

fn token(app: &App) -> String {
    app.world.with_world(|world| world.marketplace().token())
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_is_sent_before_somebody_signs_in_and_then_the_page_goes_on_by_itself() {
    let app = open_with_token("uploads?keyword=shopapi").await;
    let browser = &app.browser;
    browser.see("Sign in on own to go on").await;
    assert_eq!(searches(&app).len(), 0);
    browser.click("Sign in…").await;
    let token = token(&app);
    sign_in(&app, &token).await;
    browser.see_in("td", "SHOPAPI").await;
    browser.see_gone("Sign in on own").await;
    let sent = app.requests("GET", UPLOADS).remove(0);
    assert_eq!(sent.headers.get("authorization"), Some(format!("Bearer {token}").as_str()));
    assert_eq!(sent.headers.get("x-oracle-userid"), Some("jane.roe@example.com"));
    let kept = stored(browser).await;
    assert!(!kept.contains(&token) && !kept.contains("jane.roe"), "neither is stored");
    browser.driver.refresh().await.expect("reloads");
    browser.see("Sign in on own to go on").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_ends_in_the_middle_is_asked_for_once_and_the_upload_goes_on() {
    let app = open_with_token("about:blank").await;
    let browser = &app.browser;
    let id = start(&app, "long");
    app.goto(&format!("uploads/own/{id}")).await;
    browser.see("Sign in on own to go on").await;
    browser.click("Sign in…").await;
    sign_in(&app, &token(&app)).await;
    browser.see_in(".tray", "1 running").await;
    pass_share(&app, 105).await;
    browser.see_in(".progress", "20 of 40 chunks uploaded").await;
    app.world.with_world(|world| world.marketplace().expire_tokens());
    pass(&app, 60).await;
    browser.see("Sign in on own to go on").await;
    let notices = "return document.querySelectorAll('.notice').length === 1";
    browser.wait_for("one notice", notices, vec![]).await;
    browser.see("20 of 40 chunks uploaded").await;
    let asked = readings(&app).len();
    pass(&app, 600).await;
    browser.wait_for("the page to rest", "return idle()", vec![]).await;
    assert_eq!(readings(&app).len(), asked, "nothing is asked without a token");
    browser.click("Sign in…").await;
    sign_in(&app, &token(&app)).await;
    browser.see_gone("Sign in on own").await;
    pass_share(&app, 1_000).await;
    browser.see_in(".page-mark", "Completed").await;
    browser.see_in(".job", "succeeded").await;
    assert_eq!(
        browser.script("return document.querySelectorAll('.job:not(.center)').length", vec![]).await,
        json!(1)
    );
    app.close().await;
}
