//! The one run: all upstreams in one browser, so that what one leaves behind is still looked for while the
//! next one is used.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::{ConfigFile, Options};
use serde_json::{Value, json};

use super::scan::Scan;
use super::secret::Secret;
use super::{cloud_foundry, marketplace, oracle_cloud, triton};
use crate::{oci, service_instances};

#[tokio::test(flavor = "multi_thread")]
async fn no_secret_is_anywhere() {
    let app = App::not_yet(Options { images: 12, oci_images: 12, ..options() }).await;
    let marketplace = json!({
        "id": marketplace::CONNECTION, "kind": "marketplace", "authentication": { "method": "token" },
        "endpoint": format!("{}/marketplace", app.world.api_url()),
    });
    let connections = json!([
        oci::world::connection(&app, oracle_cloud::SESSION, "oci", "http-signature"),
        service_instances::world::connection(&app, service_instances::world::OWN, "cf", "token"),
        marketplace,
    ]);
    app.world.set_config(ConfigFile::Text(json!({ "connections": connections }).to_string()));
    let mut scan = Scan::begin(&app.browser).await;
    app.goto("connections").await;
    app.browser.see("No key is in this browser").await;

    // What is kept as a key that nobody can read; each of these loads the page anew.
    triton::walk(&app, &mut scan).await;
    oracle_cloud::by_key(&app, &mut scan).await;
    // What is kept in memory alone, with everything else there.
    app.goto("connections").await;
    oracle_cloud::by_session(&app, &mut scan).await;
    marketplace::walk(&app, &mut scan).await;
    cloud_foundry::walk(&app, &mut scan).await;

    know_signatures(&app, &mut scan);
    within(&app, "activity").await;
    app.browser.see_in(".job", "Restore service instance").await;
    app.browser.script("window.watched.said.length = 0", vec![]).await;
    app.browser.click("Export as JSON").await;
    let file = "return Promise.all(watched.pending).then(() => watched.said.filter(s => s[0] === 'a download').map(s => s[1])[0])";
    let file = app.browser.wait_for("the file", file, vec![]).await;
    let file = file.as_str().expect("text");
    let json: Value = serde_json::from_str(file).expect("JSON");
    assert!(json["operations"].as_array().is_some_and(|all| all.len() >= 4), "{file}");
    scan.not_in(file, "the exported activity");
    scan.nowhere(&app, "the Activity page, with everybody signed in").await;
    for address in ["images", "uploads", "service-instances", "connections", "activity"] {
        within(&app, address).await;
        app.browser.gone("main[aria-busy=true]").await;
        scan.nowhere(&app, address).await;
    }
    app.goto("connections").await;
    app.browser.see("3 keys").await;
    scan.nowhere(&app, "after a reload").await;
    scan.close(app).await;
}

/// Goes to an address as the console's own links do: what is in memory stays there.
pub async fn within(app: &App, address: &str) {
    let script = "history.pushState(null, '', new URL(arguments[0], document.baseURI)); dispatchEvent(new PopStateEvent('popstate'))";
    app.browser.script(script, vec![json!(address)]).await;
}

/// Presses a button on the card of a connection.
pub async fn press_on_card(app: &App, connection: &str, button: &str) {
    let script = "const card = [...document.querySelectorAll('.card')].find(c => c.querySelector('h2, h3')?.innerText.trim() === arguments[0]); \
        return [...(card?.querySelectorAll('button') ?? [])].find(b => b.innerText.trim() === arguments[1]) ?? null";
    let arguments = vec![json!(connection), json!(button)];
    app.browser.wait_for(&format!("{button} of {connection}"), script, arguments.clone()).await;
    let found = app.browser.driver.execute(script, arguments).await.expect("the script runs");
    let button = found.element().expect("a button");
    button.scroll_into_view().await.expect("scrolls");
    button.click().await.expect("it can be clicked");
}

/// Scans the open dialog's request in every spelling, before it is sent.
pub async fn previews(app: &App, scan: &mut Scan, what: &str, names: &[&str]) {
    let offered = "return [...document.querySelectorAll('dialog[open] details.preview label')].map(l => l.innerText.trim())";
    let mut seen = Vec::new();
    for name in names {
        let text = oci::world::spelling(&app.browser, name, "").await;
        scan.not_in(&text, &format!("{what} as {name}"));
        scan.nowhere(app, &format!("{what} as {name}")).await;
        seen.push((*name).to_owned());
    }
    assert_eq!(app.browser.script(offered, vec![]).await, json!(seen), "all spellings of {what}");
}

/// Every signature that was sent is good for the same request for some minutes.
fn know_signatures(app: &App, scan: &mut Scan) {
    let authorizations =
        app.world.journal().into_iter().filter_map(|e| e.headers.get("authorization").map(str::to_owned));
    let signatures =
        authorizations.filter_map(|a| Some(a.split_once("signature=\"")?.1.split('"').next()?.to_owned()));
    let hosts = &["example.com", "oraclecloud.com"];
    let mut count = 0;
    for signature in signatures.filter(|s| !s.is_empty()) {
        count += 1;
        scan.know(Secret::text(&format!("signature {count}"), hosts, &signature));
    }
    assert!(count > 10, "{count} signed requests");
}
