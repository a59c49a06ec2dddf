//! Signing in with a one-time passcode or a pasted token: in memory only.

use super::world::*;
use crate::fault_support::said_at;

#[tokio::test(flavor = "multi_thread")]
async fn a_passcode_signs_in_in_place_and_is_stored_nowhere() {
    let app = own("service-instances?q=orders-db").await;
    let browser = &app.browser;
    browser.see("Sign in on own to go on").await;
    assert_eq!(app.requests("GET", "/v3/service_instances").len(), 0, "nothing is sent without a token");
    browser.click("Sign in…").await;
    browser.see_in("dialog h2", "Sign in on own").await;
    browser.see_in("dialog", "Get a one-time passcode").await;
    let page = "return document.querySelector('dialog[open] a[target=_blank]').href";
    assert_eq!(browser.script(page, vec![]).await, "https://login.sys.example.local/passcode");
    browser.click("Sign in").await;
    browser.see_in("dialog", "Enter the passcode that the login page shows.").await;
    browser.fill("Passcode", "wrong").await;
    browser.click("Sign in").await;
    browser.see_in("dialog", "The token server did not sign you in").await;
    let said = said_at(browser, "Passcode").await;
    assert!(said.contains("Get a new one"), "{said}");
    let code = passcode(&app);
    browser.fill("Passcode", &code).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.see_in("tbody", "orders-db-copy").await;
    assert_eq!(browser.value("Search name").await, "orders-db", "nothing was lost");
    let everything = stored(browser).await;
    assert!(!everything.contains(&code) && !everything.contains("eyJ"), "a secret was stored");
    let tokens = app.requests("POST", "/oauth/token");
    assert!(
        tokens.iter().all(|e| e.headers.get("authorization").is_some_and(|a| a == "Basic Y2Y6")),
        "{tokens:?}"
    );
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pasted_token_is_taken_and_the_connection_says_so() {
    let app = own("connections").await;
    let browser = &app.browser;
    browser.see("nobody is signed in: nothing can be asked").await;
    browser.click("Test connection").await;
    browser.see_in(".test-result", "The API answers; nobody is signed in yet.").await;
    browser.click("Sign in…").await;
    crate::actions::gestures::choose(browser, "Token").await;
    browser.fill("Access token", "two words here").await;
    browser.click("Sign in").await;
    browser.see_in("dialog", "This is not a token").await;
    browser.fill("Access token", &token(&app)).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.see_in(".test-result", "The API answers and accepts the token.").await;
    browser.see("with a pasted token").await;
    browser.click("Sign out").await;
    browser.see("nobody is signed in: nothing can be asked").await;
    app.close().await;
}
