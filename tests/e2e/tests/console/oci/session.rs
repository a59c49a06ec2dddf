//! A session token signs in an API key's place, until it expires; another one goes on from there.

use image_console_e2e::App;
use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::gestures::see_fact;
use crate::actions::world::writes;
use crate::connections::import;
use crate::fault_support::{account_key, press_in};

/// Fills in the session's dialog of the only connection, up to the press on its button.
pub async fn use_token(app: &App, token: &str, with_key: bool) {
    let browser = &app.browser;
    browser.click("Session token…").await;
    browser.see_in("dialog", "The token stays in memory").await;
    if with_key {
        browser.click("Import a key…").await;
        browser.see_in("dialog", "File of the private key").await;
        import(app, &account_key("ola-session.pkcs8.pem"), None).await;
        let one = "return document.querySelectorAll('dialog[open]').length === 1";
        browser.wait_for("the import dialog to go", one, vec![]).await;
    }
    browser.fill("Or the token", token).await;
    browser.click("Use and test").await;
    browser.gone("dialog[open]").await;
    browser.see_in(".test-result", "It works").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_token_signs_and_when_it_ends_a_new_one_goes_on() {
    let app = only(|app| connection(app, "session", "oci", "http-signature"), 40, "connections").await;
    let browser = &app.browser;
    let first = token(&app, 30);
    use_token(&app, &first, true).await;
    let signed = app.world.journal();
    assert!(!signed.is_empty());
    for entry in &signed {
        let authorization = header(entry, "authorization");
        assert!(authorization.contains(&format!("keyId=\"ST${first}\"")), "{authorization}");
        assert_eq!(entry.status, 200, "{}", entry.target);
    }
    assert!(!stored(browser).await.contains(&first), "a session token is stored nowhere");

    // An export under it.
    let id = id_of(&app, Kind::Image, WEB);
    browser.click("Images").await;
    browser.see_gone("so far").await;
    browser.fill("Search name", WEB).await;
    browser.click(WEB).await;
    browser.see_in("dd", &id).await;
    browser.click("Export…").await;
    namespace_is_there(browser).await;
    crate::actions::gestures::pick(browser, "bucketName", "image", BUCKET).await;
    browser.fill("objectName", "session.oci").await;
    let curl = spelling(browser, "curl", "curl").await;
    assert!(!curl.contains(&first), "the preview has no token");
    send_export(browser).await;
    see_fact(browser, "opc-work-request-id", "ocid1.").await;

    // It expires: one question is refused, then nobody asks any more.
    app.world.advance(31 * 60_000);
    app.world.clear_journal();
    browser.click("Check now").await;
    browser.see("Nobody is asking how this is doing").await;
    browser.see("session does not accept its session token any more").await;
    let refused: Vec<u16> = app
        .world
        .journal()
        .iter()
        .filter(|e| e.target.contains("/workRequests/"))
        .map(|e| e.status)
        .collect();
    assert_eq!(refused, [401], "it is asked once");

    press_in(browser, ".notice:has(a[href*=connections])", "Connections").await;
    browser.see_in("h1", "Connections").await;
    let second = token(&app, 30);
    use_token(&app, &second, false).await;
    browser.click("Activity").await;
    browser.see_in(".job", "succeeded").await;
    browser.click("Export image").await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    let asked: Vec<_> =
        app.world.journal().into_iter().filter(|e| e.target.contains("/workRequests/")).collect();
    let last = asked.last().expect("it was asked about");
    assert!(header(last, "authorization").contains(&second));
    assert_eq!(writes(&app).len(), 0, "nothing was sent a second time");
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    assert!(!stored(browser).await.contains(&second));
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_token_that_has_ended_says_so_and_is_explained() {
    let app = only(|app| connection(app, "session", "oci", "http-signature"), 40, "connections").await;
    let browser = &app.browser;
    let token = token(&app, -5);
    browser.click("Session token…").await;
    browser.click("Import a key…").await;
    browser.see_in("dialog", "File of the private key").await;
    import(&app, &account_key("ola-session.pkcs8.pem"), None).await;
    browser
        .wait_for(
            "the import dialog to go",
            "return document.querySelectorAll('dialog[open]').length === 1",
            vec![],
        )
        .await;
    browser.fill("Or the token", &format!("ST${token}")).await;
    browser.keys("\u{e004}").await;
    browser.see_in("dialog", "The token says it ended").await;
    browser.click("Use and test").await;
    browser.see_in(".test-result", "The signature is not accepted").await;
    browser.see_in(".test-result", "The session token may have expired").await;
    app.close().await;
}
