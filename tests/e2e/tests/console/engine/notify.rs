//! Desktop notifications: asked for by a click only, shown only to a user who looks elsewhere.

use image_console_e2e::page_clock::before_each_page;

use super::support::*;
use crate::actions::gestures::see_fact;

/// A browser that remembers what it was asked and what it showed.
const NOTIFICATIONS: &str = r"
    window.questions = 0;
    window.shown = [];
    window.Notification = class {
        static permission = sessionStorage.getItem('permitted') || 'default';
        static requestPermission() {
            window.questions++;
            sessionStorage.setItem('permitted', 'granted');
            window.Notification.permission = 'granted';
            return Promise.resolve('granted');
        }
        constructor(title, options) { window.shown.push([title, options.body, this]); }
        close() {}
    };";

#[tokio::test(flavor = "multi_thread")]
async fn a_click_permits_them_and_only_who_looks_elsewhere_is_told() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    before_each_page(browser, NOTIFICATIONS).await;
    export(&app, &id, "notified.oci").await;
    assert_eq!(browser.script("return window.questions", vec![]).await, 0, "nobody asks unasked");
    browser.click("Activity").await;
    browser.click("Notify me when one ends").await;
    browser.see("Stop notifying me").await;
    assert_eq!(browser.script("return window.questions", vec![]).await, 1);

    set_focus(browser, false).await;
    app.world.advance(70_000);
    let shown = browser
        .wait_for(
            "a notification",
            "return shown.length && shown.map(s => s.slice(0, 2).join('|'))[0]",
            vec![],
        )
        .await;
    assert_eq!(shown, "ExportImage ol8-web-2024-03: succeeded|oci-frankfurt");
    browser.script("shown[0][2].onclick()", vec![]).await;
    browser.see_in("h1", "Export image").await;
    assert_eq!(browser.script("return shown.length", vec![]).await, 1, "once");

    set_focus(browser, true).await;
    export(&app, &id, "seen.oci").await;
    app.world.advance(70_000);
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded").await;
    assert_eq!(browser.script("return shown.length", vec![]).await, 0, "who looks is not told twice");
    app.close().await;
}
