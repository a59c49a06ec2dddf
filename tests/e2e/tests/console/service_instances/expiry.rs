//! Tokens that end while work goes on.

use image_console_e2e::{App, page_clock};
use image_console_emulator::Fault;

use super::world::*;
use crate::actions::gestures::{choose, see_fact};
use crate::actions::world::wait_for_writes;

/// Signs in by a passcode or a pasted token, then restores an instance.
async fn signed_in_restore(name: &str, with_token: bool) -> (App, String) {
    let app = own("service-instances").await;
    let browser = &app.browser;
    browser.click("Sign in…").await;
    if with_token {
        choose(browser, "Token").await;
        browser.fill("Access token", &token(&app)).await;
    } else {
        browser.fill("Passcode", &passcode(&app)).await;
    }
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    // Within the page: a token does not survive a reload.
    browser.fill("Search name", name).await;
    browser.see_in(".table-foot", "own: ").await;
    browser.see_gone("read so far").await;
    browser.click(name).await;
    browser.see_in("h1", name).await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    let guid = guid(&app, name);
    restore_latest(&app, &guid, name).await;
    browser.see_in("h1", "Restore service instance").await;
    (app, guid)
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_token_is_renewed_once_and_nobody_is_asked() {
    let (app, guid) = signed_in_restore("job-takes-3600s", false).await;
    let browser = &app.browser;
    see_fact(browser, "status", "PROCESSING").await;
    let before = app.requests("POST", "/oauth/token").len();
    later(&app, 1300).await;
    see_fact(browser, "status", "POLLING").await;
    assert_eq!(app.requests("POST", "/oauth/token").len(), before + 1, "renewed once");
    assert!(!browser.text().await.contains("Sign in"));
    // Three questions at once share one renewal.
    app.world.advance(1_300_000);
    browser.click("job-takes-3600s").await;
    see_fact(browser, "state", "in progress").await;
    browser.see("You may change it").await;
    assert_eq!(app.requests("POST", "/oauth/token").len(), before + 2, "renewed once for all");
    app.world.advance(1_300_000);
    browser.click("Refresh").await;
    see_fact(browser, "state", "succeeded").await;
    assert_eq!(restores(&app, &guid).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_token_that_ends_is_asked_for_once_and_the_work_goes_on() {
    let (app, guid) = signed_in_restore("job-takes-3600s", true).await;
    let browser = &app.browser;
    see_fact(browser, "status", "PROCESSING").await;
    app.world.with_world(|w| w.cloud_foundry().expire_tokens(false));
    later(&app, 20).await;
    browser.see("Nobody is asking how this is doing").await;
    browser.see("Nobody is signed in on own, or its token is not accepted any more.").await;
    let toasts = "return [...document.querySelectorAll('.toast')].filter(t => t.innerText.includes('does not accept the credentials any more')).length";
    let asked_for = browser.wait_for("a word about the credentials", toasts, vec![]).await;
    assert_eq!(asked_for.as_u64(), Some(1), "asked for once");
    let polls = app.requests("GET", "").len();
    browser.click("Sign in…").await;
    choose(browser, "Token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    later(&app, 300).await;
    see_fact(browser, "status", "POLLING").await;
    assert!(app.requests("GET", "").len() > polls, "following goes on");
    later(&app, 3600).await;
    // That token has ended too by then; another one brings the end.
    browser.click("Sign in…").await;
    choose(browser, "Token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    assert_eq!((asked(&app).len(), restores(&app, &guid).len()), (1, 1));
    app.close().await;
}

/// The open restore of an instance, under a pasted token. The dialog waits for as long as the test lets it.
async fn about_to_restore() -> (App, String) {
    let app = own_with_held_clock("service-instances?q=orders-db").await;
    let browser = &app.browser;
    browser.click("Sign in…").await;
    choose(browser, "Token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    browser.click(ORDERS).await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    browser.see_in("dialog h2", "Restore orders-db").await;
    // What the dialog reads is read under the token.
    browser.see_in("dialog", "the latest first").await;
    let guid = guid(&app, ORDERS);
    (app, guid)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_refusal_that_comes_late_costs_nothing_that_was_filled_in_either() {
    let (app, guid) = about_to_restore().await;
    let browser = &app.browser;
    let restore = format!("*/service_instances/{guid}/actions/restore");
    let refusal = r#"{"errors":[{"code":1000,"title":"CF-InvalidAuthToken","detail":"Invalid Auth Token"}]}"#;
    app.world.add_fault(Fault::on("POST", &restore).status(401, refusal).hold_after_bytes(0));
    restore_latest(&app, &guid, ORDERS).await;
    wait_for_writes(&app, 1).await;
    page_clock::advance(browser, 3_000).await;
    browser.see_in("h1", "Restore service instance").await;
    browser.gone("dialog[open]").await;
    app.world.clear_faults();
    see_fact(browser, "status", "failed").await;
    browser.click(ORDERS).await;
    browser.click("Sign in…").await;
    choose(browser, "Token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    browser.see_in("dialog", "Filled in as the restore that failed last.").await;
    assert!(!browser.value("backup_id").await.is_empty());
    browser.fill("Type the instance's name", ORDERS).await;
    browser.click("Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    assert_eq!(restores(&app, &guid).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_ends_before_the_press_costs_nothing_that_was_filled_in() {
    let (app, guid) = about_to_restore().await;
    let browser = &app.browser;
    app.world.with_world(|w| w.cloud_foundry().expire_tokens(false));
    restore_latest(&app, &guid, ORDERS).await;
    browser.see_in("dialog", "The restore was not started").await;
    browser.click("Sign in…").await;
    browser.see_in("dialog h2", "Sign in on own").await;
    choose_in_last(&app, "Token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    let one = "return document.querySelectorAll('dialog[open]').length === 1";
    browser.wait_for("the sign-in to go", one, vec![]).await;
    assert_eq!(browser.value("Type the instance's name").await, ORDERS);
    browser.click("Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    assert_eq!(restores(&app, &guid).len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_reload_forgets_the_token_and_not_the_work() {
    let (app, guid) = signed_in_restore(ORDERS, false).await;
    let browser = &app.browser;
    see_fact(browser, "status", "PROCESSING").await;
    app.world.advance(80_000);
    app.goto("activity").await;
    browser.click("Restore service instance").await;
    browser.see("Nobody is asking how this is doing").await;
    let before = app.world.journal().len();
    browser.click("Sign in…").await;
    browser.fill("Passcode", &passcode(&app)).await;
    browser.click("Sign in").await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    assert!(app.world.journal().len() > before);
    assert_eq!((asked(&app).len(), restores(&app, &guid).len()), (1, 1), "nothing is sent again");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_with_an_expired_token_is_taken_on_once() {
    let app = own_with_held_clock("service-instances?q=orders-db").await;
    let browser = &app.browser;
    browser.click("Sign in…").await;
    browser.fill("Passcode", &passcode(&app)).await;
    browser.click("Sign in").await;
    browser.click(ORDERS).await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    browser.see_in("dialog", "the latest first").await;
    app.world.with_world(|w| w.cloud_foundry().expire_tokens(false));
    let guid = guid(&app, ORDERS);
    restore_latest(&app, &guid, ORDERS).await;
    browser.see_in("h1", "Restore service instance").await;
    let statuses: Vec<u16> = asked(&app).iter().map(|entry| entry.status).collect();
    // The page is read anew meanwhile; whichever of them is refused first renews the token for all.
    assert!(
        matches!(statuses.as_slice(), [202] | [401, 202]),
        "a refused one did nothing, and the same went once more: {statuses:?}"
    );
    assert_eq!(restores(&app, &guid).len(), 1);
    app.close().await;
}

/// One of a few that stand side by side, in the topmost dialog.
async fn choose_in_last(app: &App, label: &str) {
    let script = "const all = [...document.querySelectorAll('dialog[open]')]; const found = [...all[all.length - 1].querySelectorAll('label.segment')].find(l => l.innerText.trim() === arguments[0]); found?.click(); return Boolean(found)";
    app.browser.wait_for(&format!("the choice {label}"), script, vec![serde_json::json!(label)]).await;
}
