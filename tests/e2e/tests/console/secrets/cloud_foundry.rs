//! Cloud Foundry: passcodes, and the tokens that come of them or are pasted.

use image_console_e2e::App;

use super::run::{press_on_card, previews, within};
use super::scan::Scan;
use super::secret::Secret;
use crate::actions::gestures::{choose, see_fact};
use crate::service_instances::world::*;

const HOSTS: &[&str] = &["sys.example.local"];
const WRONG: &str = "wr0ng-passc0de";

/// Signs in with a passcode, restores, lets the token be renewed, and signs in anew with a pasted one.
pub async fn walk(app: &App, scan: &mut Scan) {
    let browser = &app.browser;
    within(app, "service-instances?q=orders-db").await;
    let code = passcode(app);
    scan.know(Secret::text("the passcode", HOSTS, &code));
    scan.know(Secret::text("a wrong passcode", HOSTS, WRONG));
    browser.click("Sign in…").await;
    browser.fill("Passcode", WRONG).await;
    scan.nowhere(app, "a passcode that is typed").await;
    browser.click("Sign in").await;
    browser.see_in("dialog", "The token server did not sign you in").await;
    scan.nowhere(app, "a wrong passcode").await;
    browser.fill("Passcode", &code).await;
    browser.click("Sign in").await;
    browser.gone("dialog[open]").await;
    browser.see_in("tbody", "orders-db").await;
    know_tokens(app, scan);
    scan.nowhere(app, "signed in by passcode").await;

    browser.click(ORDERS).await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    browser.see_in("dialog", "the latest first").await;
    let guid = guid(app, ORDERS);
    pick_by(browser, "backup_id", &latest(app, &guid)).await;
    previews(app, scan, "a restore", &["HTTP", "curl", "cf curl"]).await;
    browser.fill("Type the instance's name", ORDERS).await;
    browser.click("Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    see_fact(browser, "status", "PROCESSING").await;
    scan.nowhere(app, "a restore").await;
    // Past the end of the token.
    later(app, 1_300).await;
    see_fact(browser, "status", "succeeded").await;
    let renewals = know_tokens(app, scan);
    assert!(renewals > 0, "the token was renewed");
    scan.nowhere(app, "a renewed token").await;

    within(app, "connections").await;
    press_on_card(app, OWN, "Sign out").await;
    browser.see("nobody is signed in: nothing can be asked").await;
    scan.nowhere(app, "signed out").await;
    let pasted = token(app);
    scan.know(Secret::text("the pasted token", HOSTS, pasted.trim_start_matches("bearer ")));
    press_on_card(app, OWN, "Sign in…").await;
    choose(browser, "Token").await;
    browser.fill("Access token", &pasted).await;
    scan.nowhere(app, "a token that is pasted").await;
    browser.click("Sign in").await;
    browser.see("with a pasted token").await;
    scan.nowhere(app, "signed in by token").await;
}

/// Makes the tokens known that the page has sent so far; returns how many of them renewed another.
fn know_tokens(app: &App, scan: &mut Scan) -> usize {
    let journal = app.world.journal();
    let host = |e: &&image_console_emulator::Entry| e.host.ends_with("sys.example.local");
    let mut access: Vec<&str> =
        journal.iter().filter(host).filter_map(|e| e.headers.get("authorization")).collect();
    access.retain(|value| !value.starts_with("Basic "));
    let mut renewing: Vec<&str> =
        journal.iter().filter_map(|e| e.body.split("refresh_token=").nth(1)?.split('&').next()).collect();
    for list in [&mut access, &mut renewing] {
        list.sort_unstable();
        list.dedup();
    }
    assert!(!access.is_empty(), "a token was used");
    for value in &access {
        let token = value.split_once(' ').map_or(*value, |(_, token)| token);
        scan.know(Secret::text("an access token", HOSTS, token));
    }
    for token in &renewing {
        scan.know(Secret::text("a refresh token", HOSTS, token));
    }
    renewing.len()
}
