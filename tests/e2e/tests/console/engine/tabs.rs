//! Several tabs: one asks, all show the same, and another asks when that one is gone.

use image_console_e2e::App;
use thirtyfour::WindowHandle;

use super::support::*;
use crate::actions::gestures::{double_click, see_fact};
use crate::actions::world::{wait_for_writes, writes};
use crate::oci::world::{FRA, executed, fill_export};

/// Opens so many more tabs with the activity, each of which counts its questions.
async fn more_tabs(app: &App, count: usize) -> Vec<WindowHandle> {
    let mut tabs = Vec::new();
    for _ in 0..count {
        let tab = app.browser.open_tab("about:blank").await;
        watch(&app.browser).await;
        app.goto("activity").await;
        app.browser.see("1 running").await;
        tabs.push(tab);
    }
    tabs
}

/// How often each tab has asked.
async fn counts(app: &App, tabs: &[WindowHandle]) -> Vec<u64> {
    let mut counts = Vec::new();
    for tab in tabs {
        app.browser.go_to_tab(tab).await;
        counts.push(asked(&app.browser).await);
    }
    counts
}

/// Which tab asks: the one whose count grows, once more questions have arrived. To look at a tab can pass
/// the task on to it, so that one of a few looks may see the last question of one and the first of another.
async fn poller(app: &App, tabs: &[WindowHandle]) -> usize {
    let mut seen = Vec::new();
    for _ in 0..4 {
        let grew = askers(app, tabs).await;
        if let [one] = grew.as_slice() {
            return *one;
        }
        seen.push(grew);
    }
    panic!("one tab asks: {seen:?}")
}

async fn askers(app: &App, tabs: &[WindowHandle]) -> Vec<usize> {
    let before = counts(app, tabs).await;
    let arrived = questions(app).len();
    // Whatever is on screen, two more questions show who asks.
    let end = std::time::Instant::now() + std::time::Duration::from_secs(60);
    let mut pause = tokio::time::interval(std::time::Duration::from_millis(50));
    while questions(app).len() < arrived + 2 {
        assert!(std::time::Instant::now() < end, "nobody asks");
        pause.tick().await;
    }
    let after = counts(app, tabs).await;
    (0..tabs.len()).filter(|at| after[*at] > before[*at]).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn of_three_tabs_one_asks_and_another_when_that_one_is_killed() {
    let (app, id) = slow(400_000, "images").await;
    let browser = &app.browser;
    watch(browser).await;
    let first = browser.tab().await;
    export(&app, &id, "three-tabs.oci").await;
    let mut tabs = vec![first];
    tabs.extend(more_tabs(&app, 2).await);

    let leader = poller(&app, &tabs).await;
    app.world.advance(100_000);
    for tab in &tabs {
        browser.go_to_tab(tab).await;
        app.browser.see("IN_PROGRESS").await;
    }
    let killed = tabs.remove(leader);
    browser.go_to_tab(&killed).await;
    browser.kill_tab(&tabs[0]).await;
    let since = std::time::Instant::now();
    let next = poller(&app, &tabs).await;
    assert!(since.elapsed() < std::time::Duration::from_secs(40), "took over after {:?}", since.elapsed());

    app.world.advance(400_000);
    for tab in [&tabs[next], &tabs[1 - next]] {
        browser.go_to_tab(tab).await;
        browser.see("succeeded").await;
    }
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tab_that_was_opened_before_anything_ran_joins_in() {
    let (app, id) = slow(30_000, "activity").await;
    let browser = &app.browser;
    browser.see("Nothing was started").await;
    let onlooker = browser.tab().await;
    let worker = browser.open_tab(&browser.url().await).await;
    export(&app, &id, "seen-elsewhere.oci").await;
    browser.go_to_tab(&onlooker).await;
    browser.see("1 running").await;
    browser.see_in(".job", "Export image").await;
    app.world.advance(60_000);
    browser.see("ExportImage ol8-web-2024-03: succeeded").await;
    browser.see_in(".job", "succeeded").await;
    browser.go_to_tab(&worker).await;
    browser.see("succeeded").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wish_in_a_tab_that_does_not_ask_reaches_the_one_that_does() {
    let (app, id) = slow(400_000, "images").await;
    let browser = &app.browser;
    watch(browser).await;
    let first = browser.tab().await;
    export(&app, &id, "wished.oci").await;
    let mut tabs = vec![first];
    tabs.extend(more_tabs(&app, 1).await);
    let leader = poller(&app, &tabs).await;
    browser.go_to_tab(&tabs[1 - leader]).await;
    app.goto("activity").await;
    browser.click("Export image").await;
    browser.see_in("h1", "Export image").await;
    browser.click("Stop following…").await;
    browser.click("Stop following").await;
    see_fact(browser, "status", "unknown").await;
    browser.go_to_tab(&tabs[leader]).await;
    app.goto("activity?show=unknown").await;
    browser.see("You stopped following it").await;
    browser.see("0 running").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_submission_in_a_tab_that_is_killed_is_found_by_the_other_and_done_once() {
    let (app, id) = slow(30_000, "activity").await;
    let browser = &app.browser;
    browser.see("Nothing was started").await;
    let other = browser.tab().await;
    let worker = browser.open_tab(&browser.url().await).await;
    fill_export(&app, FRA, &id, "widow.oci").await;
    let export = "/20160918/images/*/actions/export";
    app.world.add_fault(image_console_emulator::Fault::on("POST", export).hang().after());
    double_click(browser, "Export image").await;
    wait_for_writes(&app, 1).await;
    browser.go_to_tab(&other).await;
    browser.see("1 running").await;
    assert_eq!(writes(&app).len(), 1, "the tab in which it was pressed is alive, so nobody else sends");
    browser.go_to_tab(&worker).await;
    app.world.with_world(|world| world.clear_faults());
    browser.kill_tab(&other).await;
    app.world.advance(60_000);
    browser.see_in(".job", "succeeded").await;
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}
