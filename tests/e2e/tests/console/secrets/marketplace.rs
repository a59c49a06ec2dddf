//! The Marketplace: a token and the partner it belongs to.

use image_console_e2e::App;

use super::run::{press_on_card, within};
use super::scan::Scan;
use super::secret::Secret;
use crate::uploads::world::id_of;

/// The connection whose token the user enters.
pub const CONNECTION: &str = "market";
const HOSTS: &[&str] = &["cloud.oracle.com"];
const USER: &str = "jane.roe@example.com";
const WRONG: &str = "wr0ng-t0ken-of-the-marketplace";

/// Signs in, wrongly and well, searches, and follows an upload.
pub async fn walk(app: &App, scan: &mut Scan) {
    let browser = &app.browser;
    let token = app.world.with_world(|world| world.marketplace().token());
    scan.know(Secret::text("the Marketplace's token", HOSTS, &token));
    scan.know(Secret::text("a wrong token", HOSTS, WRONG));
    // Who signed in is told who that is; nobody else is.
    scan.know(Secret::text("the user id", HOSTS, USER).may_be_shown());
    press_on_card(app, CONNECTION, "Test connection").await;
    browser.see_in(".test-result", "There is no token for this connection.").await;
    for (typed, says) in [
        (WRONG, "does not accept the token and the user id"),
        (token.as_str(), "accepts the token and the user id"),
    ] {
        press_on_card(app, CONNECTION, "Sign in…").await;
        browser.fill("Access token", typed).await;
        browser.fill("User id", USER).await;
        scan.nowhere(app, "a token that is typed").await;
        browser.click("Sign in").await;
        browser.gone("dialog[open]").await;
        // The test goes on by itself.
        browser.see_in(".test-result", says).await;
        scan.nowhere(app, says).await;
    }
    within(app, "uploads?keyword=shopapi").await;
    browser.see_in("td", "SHOPAPI").await;
    scan.nowhere(app, "the search").await;
    within(app, &format!("uploads/{CONNECTION}/{}", id_of(app, "nightly-takes-1800s"))).await;
    browser.see_in(".tray", "running").await;
    scan.nowhere(app, "an upload that is followed").await;
    let bearer = format!("Bearer {token}");
    let sent = app.world.journal().iter().any(|e| e.headers.get("authorization") == Some(bearer.as_str()));
    assert!(sent, "the token was used");
}
