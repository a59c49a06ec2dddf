//! The page's own clock for waits, so that a time-out of half a minute takes no half minute. The
//! wall clock stays as it is.

use serde_json::json;

use crate::Browser;

/// Keeps the timers that are pending, so that those which are due can be called early.
const CLOCK: &str = r"
    (() => {
        let ahead = 0;
        const pending = new Map();
        const now = performance.now.bind(performance);
        const start = window.setTimeout.bind(window), stop = window.clearTimeout.bind(window);
        performance.now = () => now() + ahead;
        window.setTimeout = (act, wait, ...rest) => {
            const held = window.pageClockHeld && wait >= 1000;
            const handle = start(() => { pending.delete(handle); act(...rest); }, held ? 2 ** 31 - 1 : wait);
            pending.set(handle, { due: performance.now() + (wait || 0), act: () => act(...rest) });
            return handle;
        };
        window.clearTimeout = handle => { pending.delete(handle); stop(handle); };
        window.advancePageClock = ms => {
            ahead += ms;
            for (const [handle, { due, act }] of [...pending]) {
                if (due > performance.now() || !pending.delete(handle)) continue;
                stop(handle);
                act();
            }
        };
    })();";

/// Takes over the clock of every page that is loaded from now on.
pub async fn install(browser: &Browser) {
    before_each_page(browser, CLOCK).await;
}

/// Takes over the clock of every page that is loaded from now on, and holds it: waits of a second or more
/// end by [`advance`] alone, however long the machine takes for what happens meanwhile.
pub async fn hold(browser: &Browser) {
    before_each_page(browser, &format!("window.pageClockHeld = true;{CLOCK}")).await;
}

/// Moves the page's clock on; waits that are over then end at once.
pub async fn advance(browser: &Browser, ms: u32) {
    browser.script("advancePageClock(arguments[0])", vec![json!(ms)]).await;
}

/// Runs script at the start of every page that is loaded from now on, before the page's own.
pub async fn before_each_page(browser: &Browser, script: &str) {
    let parameters = json!({ "source": script });
    browser.driver.cdp().send_raw("Page.enable", json!({})).await.expect("the page domain");
    let added = browser.driver.cdp().send_raw("Page.addScriptToEvaluateOnNewDocument", parameters).await;
    added.expect("the script is taken");
}
