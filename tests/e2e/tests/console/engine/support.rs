//! What these tests share: an export that takes its time, and who asked about it.

use image_console_e2e::page_clock::before_each_page;
use image_console_e2e::{App, Browser};
use image_console_emulator::Entry;
use image_console_emulator::oci::Kind;
use serde_json::json;

use crate::oci::world::{FRA, WEB, fill_export, id_of, open, send_export};

/// Counts the questions that each tab asks, and the timers it waits for.
pub const WATCH: &str = r"
    (() => {
        window.asked = 0;
        const fetch = window.fetch;
        window.fetch = (what, ...rest) => {
            if (String(what?.url ?? what).includes('/workRequests/')) window.asked++;
            return fetch(what, ...rest);
        };
        const pending = new Map();
        const start = window.setTimeout.bind(window), stop = window.clearTimeout.bind(window);
        window.setTimeout = (act, wait, ...rest) => {
            const handle = start(() => { pending.delete(handle); act(...rest); }, wait);
            pending.set(handle, wait);
            return handle;
        };
        window.clearTimeout = handle => { pending.delete(handle); stop(handle); };
        const every = window.setInterval.bind(window), never = window.clearInterval.bind(window);
        window.setInterval = (act, wait, ...rest) => {
            const handle = every(act, wait, ...rest);
            pending.set('every ' + handle, wait);
            return handle;
        };
        window.clearInterval = handle => { pending.delete('every ' + handle); never(handle); };
        window.waits = () => [...pending.values()];
    })();";

/// Counts in every page of the present tab that is loaded from now on.
pub async fn watch(browser: &Browser) {
    before_each_page(browser, WATCH).await;
}

/// How often the present tab has asked about an export.
pub async fn asked(browser: &Browser) -> u64 {
    browser.script("return window.asked", vec![]).await.as_u64().unwrap_or_default()
}

/// Waits until the present tab has asked more often than that.
pub async fn wait_until_asked(browser: &Browser, more_than: u64) {
    let script = "return window.asked > arguments[0]";
    browser.wait_for(&format!("more than {more_than} questions"), script, vec![json!(more_than)]).await;
}

/// A console with the regions, in which exports take as long as given, and the image to export.
pub async fn slow(work_ms: u64, address: &str) -> (App, String) {
    let app = open(address).await;
    let switches = json!({ "work_ms": work_ms });
    app.world.with_world(|w| w.oci().switches().set(&switches)).expect("the switch is set");
    let id = id_of(&app, Kind::Image, WEB);
    (app, id)
}

/// Begins an export of the image and waits for the page of the operation.
pub async fn export(app: &App, id: &str, object: &str) {
    fill_export(app, FRA, id, object).await;
    send_export(&app.browser).await;
    app.browser.see_in("dd", "IN_PROGRESS").await;
}

/// The questions about work requests that have arrived.
pub fn questions(app: &App) -> Vec<Entry> {
    let all = app.world.journal().into_iter();
    all.filter(|e| e.method == "GET" && e.target.contains("/workRequests/ocid1")).collect()
}

/// The page is told that it is hidden, or seen again.
pub async fn set_hidden(browser: &Browser, hidden: bool) {
    let script = "const state = arguments[0]; Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => state ? 'hidden' : 'visible' }); \
        Object.defineProperty(document, 'hidden', { configurable: true, get: () => state }); \
        document.hasFocus = () => !state; \
        document.dispatchEvent(new Event('visibilitychange'))";
    browser.script(script, vec![json!(hidden)]).await;
}

/// The user works in another program, with the page still on screen, or comes back.
pub async fn set_focus(browser: &Browser, focused: bool) {
    let script = "const state = arguments[0]; document.hasFocus = () => state; window.dispatchEvent(new Event(state ? 'focus' : 'blur'))";
    browser.script(script, vec![json!(focused)]).await;
}
