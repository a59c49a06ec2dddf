//! Oracle Cloud: an API key, a session token, and the URL of a pre-authenticated request.

use image_console_e2e::App;
use image_console_emulator::Fault;
use image_console_emulator::oci::{Kind, NAMESPACE};

use super::run::{previews, within};
use super::scan::Scan;
use super::secret::Secret;
use super::triton::know_key;
use crate::actions::gestures::choose;
use crate::oci::api_key;
use crate::oci::session::use_token;
use crate::oci::world::*;

/// The connection that signs under a session token.
pub const SESSION: &str = "session";
const HOSTS: &[&str] = &["oraclecloud.com"];
const URL_SECRET: &str = "Zk7pQ2vXs3cr3t-_9w";
const QUOTED_SECRET: &str = "Qu0t3dXs3cr3t-_8v";
const SPELLINGS: [&str; 4] = ["HTTP", "curl", "oci", "oci raw-request"];

fn url(secret: &str) -> String {
    format!("https://objectstorage.{FRANKFURT}.oraclecloud.com/p/{secret}/n/{NAMESPACE}/b/{BUCKET}/o/x.oci")
}

/// A connection from a section of a config file, and exports to pre-authenticated URLs on it.
pub async fn by_key(app: &App, scan: &mut Scan) {
    let browser = &app.browser;
    know_key(app, scan, "the API key", "ola", &["pkcs8.pem", "pkcs1.pem"]).await;
    scan.know(Secret::text("the passphrase in the config file", &[], "never-kept"));
    scan.know(Secret::text("the secret of a URL", HOSTS, URL_SECRET));
    scan.know(Secret::text("the secret of a URL that is refused", HOSTS, QUOTED_SECRET));
    api_key::add(app, "By key").await;
    browser.see_in(".test-result", "It works").await;
    scan.nowhere(app, "a connection by API key").await;

    let id = id_of(app, Kind::Image, WEB);
    open_export(app, "by-key", &id).await;
    choose(browser, "objectStorageUri").await;
    browser.fill("destinationUri", &url(QUOTED_SECRET)).await;
    browser.see_in("dialog", "pre-authenticated: it has to allow writing").await;
    previews(app, scan, "an export to a URL", &SPELLINGS).await;
    let message = format!("destinationUri {} cannot be used", url(QUOTED_SECRET));
    let refusal = serde_json::json!({ "code": "InvalidParameter", "message": message }).to_string();
    app.world.add_fault(Fault::on("POST", "/20160918/images/*/actions/export").status(400, refusal));
    browser.click("Export image").await;
    // The dialog says it, or the operation's page when the answer took its time.
    browser.see("•••").await;
    browser.see("cannot be used").await;
    scan.nowhere(app, "a refusal that quotes the URL").await;
    app.world.clear_faults();

    open_export(app, "by-key", &id).await;
    choose(browser, "objectStorageUri").await;
    browser.fill("destinationUri", &url(URL_SECRET)).await;
    send_export(browser).await;
    browser.see("Something secret was left out (•••)").await;
    scan.nowhere(app, "the page of an export").await;
    app.world.advance(25_000);
    browser.click("Check now").await;
    browser.see("succeeded; the API says SUCCEEDED").await;
    scan.nowhere(app, "an export that has succeeded").await;
}

/// A session token, a key of its own, and the previews under it.
pub async fn by_session(app: &App, scan: &mut Scan) {
    let browser = &app.browser;
    know_key(app, scan, "the session's key", "ola-session", &["pkcs8.pem"]).await;
    let token = token(app, 600);
    scan.know(Secret::text("the session token", HOSTS, &token));
    use_token(app, &token, true).await;
    scan.nowhere(app, "a session").await;
    let id = id_of(app, Kind::Image, WEB);
    within(app, &format!("images/{SESSION}/{id}?action=export")).await;
    browser.see_in("dialog[open] h2", "Export").await;
    namespace_is_there(browser).await;
    browser.fill("objectName", "session.oci").await;
    previews(app, scan, "an export under a session", &SPELLINGS).await;
    let signed = app
        .world
        .journal()
        .into_iter()
        .any(|e| e.headers.get("authorization").is_some_and(|a| a.contains(&token)));
    assert!(signed, "the session signed");
    browser.click("Cancel").await;
    browser.gone("dialog[open]").await;
    within(app, "connections").await;
    browser.see_in("h1", "Connections").await;
}
