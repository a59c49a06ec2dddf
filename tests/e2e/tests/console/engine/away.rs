//! Networks that go away, pages that nobody sees, browsers that keep nothing.

use image_console_e2e::page_clock::before_each_page;

use super::support::*;
use crate::actions::gestures::see_fact;

#[tokio::test(flavor = "multi_thread")]
async fn offline_pauses_says_so_and_goes_on_at_once_when_the_network_is_back() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    watch(browser).await;
    export(&app, &id, "offline.oci").await;
    browser.set_offline(true).await;
    browser.see_in("a.tray", "1 paused: offline").await;
    browser
        .wait_for(
            "only the ticking of the elapsed time",
            "return waits().every(wait => wait <= 1000)",
            vec![],
        )
        .await;
    let before = asked(browser).await;
    app.world.advance(70_000);
    // As long as it is offline nothing is asked, whatever the user does.
    browser.click("Check now").await;
    browser.see_in("a.tray", "1 paused: offline").await;
    assert_eq!(asked(browser).await, before);
    let since = std::time::Instant::now();
    browser.set_offline(false).await;
    see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
    assert!(since.elapsed() < std::time::Duration::from_secs(8), "after {:?}", since.elapsed());
    browser.see_gone("The last answer was an error").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn hidden_is_slow_and_at_once_on_return() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    watch(browser).await;
    export(&app, &id, "hidden.oci").await;
    wait_until_asked(browser, 1).await;
    set_hidden(browser, true).await;
    // A question that was under way is answered; the next is a minute away.
    browser.wait_for("a long wait", "return waits().some(wait => wait > 30000)", vec![]).await;
    let before = asked(browser).await;
    app.world.advance(70_000);
    assert_eq!(asked(browser).await, before);
    set_hidden(browser, false).await;
    see_fact(browser, "status", "succeeded").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_whose_storage_is_blocked_follows_alone() {
    let (app, id) = slow(60_000, "about").await;
    let browser = &app.browser;
    before_each_page(
        browser,
        "indexedDB.open = () => { throw new DOMException('site data is blocked', 'SecurityError'); };",
    )
    .await;
    watch(browser).await;
    export(&app, &id, "blocked.oci").await;
    wait_until_asked(browser, 1).await;
    app.world.advance(70_000);
    see_fact(browser, "status", "succeeded").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_is_looked_at_takes_over_from_a_hidden_one() {
    let (app, id) = slow(400_000, "about").await;
    let browser = &app.browser;
    watch(browser).await;
    let first = browser.tab().await;
    export(&app, &id, "passed-on.oci").await;
    browser.open_tab("about:blank").await;
    watch(browser).await;
    app.goto("activity").await;
    browser.see("1 running").await;
    let second = browser.tab().await;
    browser.go_to_tab(&first).await;
    set_hidden(browser, true).await;
    browser.go_to_tab(&second).await;
    set_hidden(browser, false).await;
    let before = asked(browser).await;
    wait_until_asked(browser, before + 1).await;
    browser.go_to_tab(&first).await;
    let hidden = asked(browser).await;
    browser.go_to_tab(&second).await;
    wait_until_asked(browser, before + 3).await;
    browser.go_to_tab(&first).await;
    assert_eq!(asked(browser).await, hidden, "the hidden one asks no more");
    app.close().await;
}
