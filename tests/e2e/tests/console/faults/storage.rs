//! A browser that keeps nothing, or has no room: it is said, and all that does not need it works.

use image_console_e2e::{App, page_clock, page_clock::before_each_page};
use image_console_emulator::Fault;

use crate::fault_support::{notice, own_image, table, whole};

const ID: &str = "0f0f0f0f-0000-4000-8000-0000000000a3";

const BLOCKED: &str = "
    indexedDB.open = () => { throw new DOMException('site data is blocked', 'SecurityError'); };
    Object.defineProperty(window, 'caches', { value: { open: () => Promise.reject(new DOMException('blocked', 'SecurityError')) } });";

const FULL: &str = "
    IDBObjectStore.prototype.put = () => { throw new DOMException('no room', 'QuotaExceededError'); };
    Cache.prototype.put = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));";

/// The database opens, but the page does not hear of it before `letGo` is called.
const SLOW: &str = "
    const held = window.held = [];
    Object.defineProperty(IDBOpenDBRequest.prototype, 'onsuccess', { set(act) {
        this.addEventListener('success', event => window.free ? act(event) : held.push(() => act(event)));
    } });
    window.letGo = () => { window.free = true; held.forEach(act => act()); };";

/// Deletes an image by the page, to the end.
async fn delete(app: &App) {
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "to-be-deleted")))
        .expect("an image");
    app.world.add_fault(Fault::on("DELETE", "*").delay_ms(100));
    app.goto(&format!("images/us-east-1/{ID}?action=delete")).await;
    app.browser.fill("Type the image's name to confirm", "to-be-deleted").await;
    app.browser.click("Delete image").await;
    app.browser.gone("dialog[open]").await;
    whole(app).await;
    app.browser.click("Activity").await;
    app.browser.see("to-be-deleted").await;
    app.browser.see("succeeded").await;
    let sent = app.requests("DELETE", &format!("/jdoe/images/{ID}"));
    assert_eq!(sent.iter().map(|e| e.status).collect::<Vec<_>>(), [204]);
}

#[tokio::test(flavor = "multi_thread")]
async fn blocked_storage_is_said_and_operations_still_run() {
    let app = table().await;
    before_each_page(&app.browser, BLOCKED).await;
    delete(&app).await;
    app.browser.click("Connections").await;
    let text = notice(&app.browser, "Connections and keys may not be kept").await;
    assert!(text.contains("The browser keeps no data for this page"), "{text}");
    // What is added works until the page is closed.
    app.browser.click("Add connection…").await;
    app.browser.fill("Name", "Fleeting").await;
    app.browser.fill("Endpoint", &format!("{}/triton-as/acme/us-east-1", app.world.api_url())).await;
    app.browser.fill("Account", "acme").await;
    app.browser.click("Save and test").await;
    app.browser.see("The endpoint answers and accepts the credentials.").await;
    app.goto("connections").await;
    app.browser.see("2 connections").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn full_storage_is_said_and_operations_still_run() {
    let app = table().await;
    before_each_page(&app.browser, FULL).await;
    delete(&app).await;
    app.browser.see("The browser's storage is full").await;
    app.browser.click("Connections").await;
    let text = notice(&app.browser, "Operations may not be kept").await;
    assert!(text.contains("The browser's storage is full"), "{text}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn storage_that_answers_late_is_said_and_what_it_holds_appears_then() {
    let app = table().await;
    let browser = &app.browser;
    delete(&app).await;
    page_clock::install(browser).await;
    before_each_page(browser, SLOW).await;
    app.goto("activity").await;
    browser.wait_for("a database that is held up", "return held.length > 0", vec![]).await;
    page_clock::advance(browser, 3_500).await;
    browser.see_in("h1", "Activity").await;
    page_clock::advance(browser, 10_000).await;
    browser.see("The browser's storage does not answer").await;
    let text = browser.text().await;
    assert!(!text.contains("Nothing was started"), "nobody can know that: {text}");
    browser.script("letGo()", vec![]).await;
    browser.see("to-be-deleted").await;
    browser.see_gone("The browser's storage does not answer").await;
    app.close().await;
}
