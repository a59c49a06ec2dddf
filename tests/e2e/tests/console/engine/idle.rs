//! Nothing runs: not one request, not one timer.

use image_console_e2e::page_clock;

use super::support::*;
use crate::actions::gestures::see_fact;
use crate::oci::world::open;

#[tokio::test(flavor = "multi_thread")]
async fn nothing_that_runs_means_no_request_and_no_timer() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    watch(browser).await;
    app.goto("activity").await;
    browser.see("Nothing was started in this browser yet").await;
    browser.wait_for("no timer", "return waits().length === 0", vec![]).await;
    let arrived = app.world.journal().len();
    set_hidden(browser, true).await;
    set_hidden(browser, false).await;
    browser
        .script(
            "window.dispatchEvent(new Event('offline')); window.dispatchEvent(new Event('online'))",
            vec![],
        )
        .await;
    browser.wait_for("no timer", "return waits().length === 0", vec![]).await;
    assert_eq!(app.world.journal().len(), arrived, "nothing is asked");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_last_operation_has_ended_nothing_waits_any_more() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    watch(browser).await;
    export(&app, &id, "last.oci").await;
    browser.wait_for("a timer while it runs", "return waits().length > 0", vec![]).await;
    app.world.advance(70_000);
    see_fact(browser, "status", "succeeded").await;
    see_fact(browser, "lifecycleState", "AVAILABLE").await;
    browser.wait_for("no timer", "return waits().length === 0", vec![]).await;
    let arrived = app.world.journal().len();
    // Reloaded, an ended operation costs neither.
    browser.driver.refresh().await.expect("reloads");
    see_fact(browser, "status", "succeeded").await;
    browser.wait_for("no timer", "return waits().length === 0", vec![]).await;
    let asked: Vec<_> = app.world.journal()[arrived..].iter().map(|e| e.target.clone()).collect();
    assert!(asked.iter().all(|target| !target.contains("workRequests")), "{asked:?}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_hour_asleep_is_made_up_for_by_one_question() {
    let (app, id) = slow(1_800_000, "about").await;
    let browser = &app.browser;
    page_clock::before_each_page(browser, SLEEP).await;
    export(&app, &id, "asleep.oci").await;
    let before = questions(&app).len();
    // The computer sleeps: time goes on, everywhere but in the page's timers.
    app.world.advance(3_600_000);
    browser.script("sleepFor(3600000)", vec![]).await;
    see_fact(browser, "status", "succeeded").await;
    browser.see("Nobody looked for ").await;
    // One about how it stands, and those that read its errors and its log.
    let asked = questions(&app).len() - before;
    assert!(asked <= 4, "{asked} questions");
    app.close().await;
}

/// The wall clock jumps, and what was waited for goes off when the computer wakes up.
const SLEEP: &str = r"
    (() => {
        let slept = 0;
        const now = Date.now.bind(Date);
        Date.now = () => now() + slept;
        const start = window.setTimeout.bind(window), stop = window.clearTimeout.bind(window);
        const pending = new Map();
        window.setTimeout = (act, wait, ...rest) => {
            const handle = start(() => { pending.delete(handle); act(...rest); }, wait);
            pending.set(handle, () => act(...rest));
            return handle;
        };
        window.clearTimeout = handle => { pending.delete(handle); stop(handle); };
        window.sleepFor = ms => {
            slept += ms;
            for (const [handle, act] of [...pending]) {
                if (!pending.delete(handle)) continue;
                stop(handle);
                act();
            }
        };
    })();";
