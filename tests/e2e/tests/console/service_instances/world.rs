//! What the foundation of the emulator holds, what arrived there, and the usual gestures.

use image_console_e2e::app::options;
use image_console_e2e::{App, Browser, page_clock};
use image_console_emulator::{ConfigFile, Entry, Options};
use serde_json::{Value, json};

use crate::actions::gestures::double_click;
pub use crate::oci::world::stored;

/// The connection whose proxy adds a token of `dev`.
pub const CF: &str = "cf";
/// The connection on which the user signs in.
pub const OWN: &str = "own";
/// The documents' example.
pub const ORDERS: &str = "orders-db";
/// Its latest backup.
pub const LATEST: &str = "bk-20240305-0100-7f3a";

/// A console whose only connection is to the foundation, by the proxy.
pub async fn open(address: &str) -> App {
    only(|app| connection(app, CF, "cf-as/dev", "proxy"), address).await
}

/// A console on whose only connection the user signs in.
pub async fn own(address: &str) -> App {
    only(|app| connection(app, OWN, "cf", "token"), address).await
}

/// A console with one connection.
pub async fn only(connection: impl FnOnce(&App) -> Value, address: &str) -> App {
    let app = not_yet(connection).await;
    app.goto(address).await;
    app
}

/// The same on which the user signs in and whose dialogs wait as long as the test lets them, however long
/// the machine takes for an answer.
pub async fn own_with_held_clock(address: &str) -> App {
    let app = not_yet(|app| connection(app, OWN, "cf", "token")).await;
    page_clock::hold(&app.browser).await;
    app.goto(address).await;
    app
}

async fn not_yet(connection: impl FnOnce(&App) -> Value) -> App {
    let app = App::not_yet(Options { images: 12, oci_images: 1, ..options() }).await;
    let config = json!({ "connections": [connection(&app)] });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app
}

/// A connection below this root of the API's origin.
pub fn connection(app: &App, id: &str, root: &str, method: &str) -> Value {
    let api = app.world.api_url();
    json!({
        "id": id, "name": id, "kind": "cloud-foundry", "endpoint": format!("{api}/{root}"),
        "uaaEndpoint": format!("{api}/cf-uaa"), "authentication": { "method": method },
    })
}

/// The guid of the instance of that name.
pub fn guid(app: &App, name: &str) -> String {
    let found = app.world.with_world(|world| world.cloud_foundry().instance_named(name));
    found.unwrap_or_else(|| panic!("no instance is called {name}"))
}

/// The instance as the world holds it.
pub fn instance(app: &App, guid: &str) -> Value {
    app.world.with_world(|world| world.cloud_foundry().instance(guid)).unwrap_or_default()
}

/// The bodies of the restores that were taken on for an instance.
pub fn restores(app: &App, guid: &str) -> Vec<Value> {
    let taken = app.world.with_world(|world| world.cloud_foundry().restores(guid));
    taken.into_iter().map(|restore| restore["body"].clone()).collect()
}

/// Every request for a restore that has arrived.
pub fn asked(app: &App) -> Vec<Entry> {
    app.requests("POST", "/actions/restore")
}

/// A one-time passcode.
pub fn passcode(app: &App) -> String {
    app.world.with_world(|world| world.cloud_foundry().passcode("dev")).expect("dev is known")
}

/// A token as `cf oauth-token` prints it.
pub fn token(app: &App) -> String {
    let answer = app.world.with_world(|world| world.cloud_foundry().sign_in("dev")).expect("dev is known");
    format!("bearer {}", answer["access_token"].as_str().expect("a token"))
}

/// Opens the page of an instance and waits for its backups.
pub async fn open_instance(app: &App, connection: &str, name: &str) -> String {
    let guid = guid(app, name);
    app.goto(&format!("service-instances/{connection}/{guid}")).await;
    app.browser.see_in("h1", name).await;
    guid
}

/// Opens the restore of an instance.
pub async fn open_restore(app: &App, connection: &str, name: &str) -> String {
    let guid = guid(app, name);
    app.goto(&format!("service-instances/{connection}/{guid}?action=restore")).await;
    app.browser.see_in("dialog h2", &format!("Restore {name}")).await;
    guid
}

/// The id of the latest backup of an instance.
pub fn latest(app: &App, guid: &str) -> String {
    let backups = app.world.with_world(|world| world.cloud_foundry().backups(guid));
    let newest = backups.iter().max_by_key(|backup| backup["created_at"].as_i64());
    newest.and_then(|backup| backup["id"].as_str()).expect("it has a backup").to_owned()
}

/// Takes the option of a picker whose text holds this.
pub async fn pick_by(browser: &Browser, label: &str, text: &str) {
    let input = browser.control(label).await;
    input.scroll_into_view().await.expect("scrolls");
    input.click().await.expect("clicks");
    input.send_keys(text).await.expect("keys");
    let script = "return [...document.querySelectorAll('[role=option]')].find(o => o.checkVisibility() && o.innerText.includes(arguments[0])) ?? null";
    browser.wait_for(&format!("an option with {text}"), script, vec![json!(text)]).await;
    let found = browser.driver.execute(script, vec![json!(text)]).await.expect("the script runs");
    found.element().expect("an option").click().await.expect("clicks");
}

/// Takes the latest backup, confirms, and restores with a double click.
pub async fn restore_latest(app: &App, guid: &str, name: &str) {
    let browser = &app.browser;
    browser.see_in("dialog", "the latest first").await;
    pick_by(browser, "backup_id", &latest(app, guid)).await;
    browser.fill("Type the instance's name", name).await;
    double_click(browser, "Restore").await;
}

/// Restores the latest backup of an instance and waits for the page of the operation.
pub async fn restore(app: &App, connection: &str, name: &str) -> String {
    let guid = open_restore(app, connection, name).await;
    restore_latest(app, &guid, name).await;
    app.browser.see_in("h1", "Restore service instance").await;
    guid
}

/// Moves the world on and asks at once.
pub async fn later(app: &App, seconds: i64) {
    app.world.advance(seconds * 1000);
    app.browser.click("Check now").await;
}

/// Asks the foundation for something as another user would, from the page's own origin.
pub async fn as_admin(app: &App, method: &str, path: &str, body: &Value) -> u64 {
    let url = format!("{}/cf-as/admin{path}", app.world.api_url());
    let script = "return fetch(arguments[0], { method: arguments[1], body: arguments[2], headers: { 'Content-Type': 'application/json' } }).then(r => r.status)";
    let arguments = vec![json!(url), json!(method), json!(body.to_string())];
    app.browser.script(script, arguments).await.as_u64().unwrap_or_default()
}
