//! Somebody signed in in one tab: another tab that asks for all uses it too, from memory to memory.

use image_console_e2e::App;

use super::support::set_hidden;
use crate::actions::gestures::{choose, see_fact};
use crate::service_instances::world::*;

/// Signs in with a pasted token and restores an instance.
async fn restored() -> (App, String) {
    let app = own("connections").await;
    let browser = &app.browser;
    let guid = guid(&app, ORDERS);
    browser.click("Sign in…").await;
    choose(browser, "Token").await;
    let secret = token(&app);
    browser.fill("Access token", &secret).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.click("Service instances").await;
    browser.fill("Search name", "orders-db").await;
    browser.click(ORDERS).await;
    browser.see_in("h1", ORDERS).await;
    browser.click("Restore…").await;
    browser.see_in("dialog h2", &format!("Restore {ORDERS}")).await;
    restore_latest(&app, &guid, ORDERS).await;
    browser.see_in("h1", "Restore service instance").await;
    (app, secret)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_takes_over_asks_under_the_sign_in_of_the_one_before() {
    let (app, secret) = restored().await;
    let browser = &app.browser;
    see_fact(browser, "status", "PROCESSING").await;
    let first = browser.tab().await;
    let second = browser.open_tab("about:blank").await;
    app.goto("activity").await;
    browser.see("1 running").await;
    browser.click("Restore service instance").await;
    browser.see_in("h1", "Restore service instance").await;
    browser.see_gone("Nobody is asking how this is doing").await;
    browser.go_to_tab(&first).await;
    browser.kill_tab(&second).await;
    app.world.advance(100_000);
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    let kept = stored(browser).await;
    let token = secret.trim_start_matches("bearer ");
    assert!(!kept.contains(token), "a token is stored nowhere");
    assert_eq!(asked(&app).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn signing_out_in_one_tab_signs_out_in_all() {
    let (app, _) = restored().await;
    let browser = &app.browser;
    let first = browser.tab().await;
    browser.open_tab("about:blank").await;
    app.goto("connections").await;
    browser.see("with a pasted token").await;
    browser.click("Sign out").await;
    browser.see("nobody is signed in: nothing can be asked").await;
    browser.go_to_tab(&first).await;
    set_hidden(browser, false).await;
    browser.see("Nobody is asking how this is doing").await;
    app.close().await;
}
