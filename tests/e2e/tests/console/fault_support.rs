//! What the tests of faults, connections and the cache share.

use std::path::Path;

use image_console_e2e::{App, Browser};
use serde_json::{Value, json};
use thirtyfour::prelude::*;

/// The footer once the list of `us-east-1` is whole.
pub const US: &str = "us-east-1: 226 of 226";
/// The footer once the list of `eu-central-1` is whole.
pub const EU: &str = "eu-central-1: 228 of 228";
/// The path of the list of `us-east-1`, as the page asks for it.
pub const US_LIST: &str = "/triton-as/jdoe/us-east-1/jdoe/images";

/// Opens the table and waits until both lists are whole.
pub async fn table() -> App {
    let app = App::open("images").await;
    whole(&app).await;
    app
}

/// Waits until both lists are whole.
pub async fn whole(app: &App) {
    app.browser.see(US).await;
    app.browser.see(EU).await;
    app.browser.see_gone("so far").await;
}

/// Forgets the copies of earlier visits, as a browser that was never here.
pub async fn forget_copies(browser: &Browser) {
    let script = "const done = arguments[0]; caches.delete('image-console-lists').then(() => done(true), () => done(true))";
    browser.driver.execute_async(script, vec![]).await.expect("the cache is emptied");
}

/// Presses the button of that name inside what `selector` matches first.
pub async fn press_in(browser: &Browser, selector: &str, name: &str) {
    let script = "const place = [...document.querySelectorAll(arguments[0])].find(e => e.checkVisibility()); \
        return [...(place?.querySelectorAll('button, a') ?? [])].find(b => b.innerText.trim() === arguments[1]) || null";
    let arguments = vec![json!(selector), json!(name)];
    browser.wait_for(&format!("{name} in {selector}"), script, arguments.clone()).await;
    let found = browser.driver.execute(script, arguments).await.expect("the script runs");
    found.element().expect("a button").click().await.expect("it can be clicked");
}

/// The notice whose heading begins so, as text, once its explanation is there.
pub async fn notice(browser: &Browser, begins: &str) -> String {
    let script = "return [...document.querySelectorAll('.notice')].filter(e => e.checkVisibility() \
        && !e.closest('.failure[aria-busy]') && e.querySelector('.notice-what')?.innerText.startsWith(arguments[0])).map(e => e.innerText.replace(/\\s+/g, ' '))[0]";
    let text = browser.wait_for(&format!("a notice “{begins}…”"), script, vec![json!(begins)]).await;
    text.as_str().unwrap_or_default().to_owned()
}

/// Waits until no notice's heading begins so.
pub async fn no_notice(browser: &Browser, begins: &str) {
    let script = "return ![...document.querySelectorAll('.notice-what')].some(e => e.checkVisibility() && e.innerText.startsWith(arguments[0]))";
    browser.wait_for(&format!("the notice “{begins}…” to go"), script, vec![json!(begins)]).await;
}

/// What is said below the control with that label.
pub async fn said_at(browser: &Browser, label: &str) -> String {
    let control = browser.control(label).await;
    let script = "return (arguments[0].getAttribute('aria-describedby') || '').split(' ').map(id => document.getElementById(id)?.innerText || '').join(' ')";
    let result = browser.driver.execute(script, vec![control.to_json().expect("an element")]).await;
    result.expect("the script runs").json().as_str().unwrap_or_default().to_owned()
}

/// A key of the emulated accounts.
pub fn account_key(file: &str) -> String {
    file_of(&format!("../../crates/emulator/keys/{file}"))
}

/// A key of the signing crate's tests: forms and kinds that the emulator does not use.
pub fn odd_key(file: &str) -> String {
    file_of(&format!("../../crates/sign/tests/keys/{file}"))
}

fn file_of(path: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    path.canonicalize().unwrap_or_else(|e| panic!("{}: {e}", path.display())).display().to_string()
}

/// An image of the demo account's, ready to be put into the world.
pub fn own_image(id: &str, name: &str) -> Value {
    json!({ "id": id, "name": name, "version": "1.0.0", "os": "smartos", "type": "zone-dataset" })
}

/// Fills in the dialog that creates an image: the machine `web-1`, this name, version 7.0.0.
pub async fn fill_create(app: &App, name: &str) {
    let browser = &app.browser;
    browser.see("can be captured").await;
    browser.fill("machine", "web-1").await;
    browser.keys(&Key::Enter.value().to_string()).await;
    browser.see("a44f2b9b-e7af-f548-b0ba-4d9270423f1a").await;
    browser.fill("name", name).await;
    browser.fill("version", "7.0.0").await;
}
