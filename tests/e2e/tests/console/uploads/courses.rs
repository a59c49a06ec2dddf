//! Each course of an upload, watched on its page from its first chunk to its end.

use image_console_e2e::App;

use serde_json::json;

use super::world::*;
use crate::actions::gestures::see_fact;

/// Starts an upload and opens its page.
async fn watch(application: &str) -> (App, i64) {
    let app = open("about:blank").await;
    let id = start(&app, application);
    app.goto(&page_of(id)).await;
    app.browser.see_in("h1", &format!("{application} 1.0 image.tar.gz")).await;
    app.browser.see_in(".tray", "1 running").await;
    (app, id)
}

#[tokio::test(flavor = "multi_thread")]
async fn chunks_then_data_centres_then_the_end_with_rate_and_time_left() {
    let (app, id) = watch("shop").await;
    let browser = &app.browser;
    browser.see("0 of 40 chunks uploaded, 40 pending").await;
    browser.see("There is none yet: they appear when all chunks have arrived.").await;
    browser.see("How fast it goes shows once two answers differ.").await;
    pass_share(&app, 125).await;
    browser.see_in(".progress", "24 of 40 chunks uploaded, 16 pending").await;
    browser.see_in(".pace", "chunks a").await;
    browser.see_in(".pace", " left").await;
    let bar = "const bar = document.querySelector('main progress'); return bar?.getAttribute('aria-label') === 'Chunks' && bar.max === 40 && bar.value === 24";
    browser.wait_for("the bar of the chunks", bar, vec![]).await;
    pass_share(&app, 145).await;
    browser.see_in(".page-mark", "Virus Scan In Progress").await;
    pass_until(&app, ".center", "47 %").await;
    let all = centers(&app, id);
    browser.see(&format!("Data centres · 0 of {all} completed")).await;
    let rows = "return document.querySelectorAll('.center').length === arguments[0] && document.querySelectorAll('.center progress').length === arguments[0]";
    browser.wait_for("a row and a bar for each data centre", rows, vec![json!(all)]).await;
    browser.see_in(".center", "US2 COMMERCIAL CHERRY").await;
    browser.see_in(".center", "region US2 Commercial Cherry").await;
    browser.see_in(".center .marks", "replica").await;
    browser.see_in(".pace", "% a").await;
    pass_share(&app, 600).await;
    browser.see_in(".page-mark", "Completed").await;
    browser.see(&format!("Data centres · {all} of {all} completed")).await;
    browser.see("It has ended, so nothing follows it.").await;
    browser.see_in(".job", "succeeded").await;
    let asked = readings(&app).len();
    pass(&app, 3_600).await;
    assert_eq!(readings(&app).len(), asked, "nothing is asked once it has ended");
    browser.click("Machine image upload").await;
    see_fact(browser, "status", "succeeded; the API says Completed").await;
    see_fact(browser, "asks about", &format!("uploadRequestId {id}")).await;
    browser.see_in("dd", "region: US2 Commercial Cherry").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standstill_is_counted_and_never_called_an_end() {
    let (app, _) = watch("stalls").await;
    let browser = &app.browser;
    pass_share(&app, 1_000).await;
    browser.see_in(".center", "47 %").await;
    pass_until(&app, ".notice", "No change for ").await;
    browser.see_in(".center", "47 %").await;
    browser
        .wait_for(
            "no time left is claimed",
            "return document.querySelector('.pace').innerText === ''",
            vec![],
        )
        .await;
    for _ in 0..12 {
        pass(&app, 60).await;
        browser.wait_for("the page to rest", "return idle()", vec![]).await;
    }
    browser.see_in(".notice", "No change for ").await;
    browser.see_in(".tray", "1 running").await;
    // At rest most questions are the cheap one.
    let readings = readings(&app);
    let tail = &readings[readings.len() - 10..];
    let heads = tail.iter().filter(|entry| entry.method == "HEAD").count();
    assert!(heads >= 7, "{heads} of 10 by HEAD");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_standstill_in_the_scan_has_no_data_centres() {
    let (app, _) = watch("stalls-in-scan").await;
    pass_share(&app, 300).await;
    pass_until(&app, ".notice", "No change for ").await;
    app.browser.see_in(".page-mark", "Virus Scan In Progress").await;
    app.browser.see("There is none yet").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_goes_back_is_shown_as_it_is() {
    let (app, _) = watch("goes-back").await;
    let browser = &app.browser;
    pass_share(&app, 105).await;
    browser.see_in(".progress", "20 of 40 chunks uploaded").await;
    pass_share(&app, 20).await;
    browser.see_in(".progress", "14 of 40 chunks uploaded").await;
    pass_share(&app, 300).await;
    pass_until(&app, ".center:last-child", "60 %").await;
    pass_until(&app, ".center:last-child", "20 %").await;
    pass_share(&app, 400).await;
    browser.see_in(".page-mark", "Completed").await;
    browser.see_in(".job", "succeeded").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_status_that_returns_to_the_scan_is_followed_on() {
    let (app, _) = watch("rescans").await;
    for (thousandths, word) in [
        (270, "Virus Scan In Progress"),
        (130, "In Progress"),
        (110, "Virus Scan In Progress"),
        (100, "In Progress"),
        (400, "Completed"),
    ] {
        pass_share(&app, thousandths).await;
        app.browser.see_in(".page-mark", word).await;
    }
    app.browser.click("Timeline of what was observed").await;
    app.browser.see_in(".timeline", "Virus Scan In Progress").await;
    let scans = "return [...document.querySelectorAll('.timeline .status')].filter(s => s.innerText.trim() === 'Virus Scan In Progress').length >= 2";
    app.browser.wait_for("the scan twice in the timeline", scans, vec![]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_vanishes_is_not_known_and_never_called_failed() {
    let (app, _) = watch("vanishes").await;
    let browser = &app.browser;
    pass_share(&app, 605).await;
    pass_until(&app, ".job", "unknown").await;
    browser.see_in(".job", "3 times in a row that there is no such upload").await;
    browser.click("Refresh").await;
    browser.see("marketplace has no upload").await;
    browser.see("What is shown below was read").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn words_that_no_document_knows_are_shown_and_followed() {
    let (app, _) = watch("odd-status").await;
    let browser = &app.browser;
    pass_share(&app, 550).await;
    browser.see_in(".page-mark", "Awaiting Approval").await;
    let neutral = "return document.querySelector('.page-mark .status').className.includes('muted')";
    browser.wait_for("a neutral colour", neutral, vec![]).await;
    pass_until(&app, ".center", "Replicating").await;
    pass_share(&app, 500).await;
    browser.see_in(".page-mark", "Completed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_last_word_that_nobody_knows_is_no_end() {
    let (app, _) = watch("ends-odd").await;
    let browser = &app.browser;
    pass_share(&app, 1_000).await;
    browser.see_in(".page-mark", "Archived").await;
    pass(&app, 600).await;
    browser.see_in(".tray", "1 running").await;
    browser.see_in(".job", "Archived").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn progress_that_is_no_percentage_stands_as_it_came() {
    let (app, _) = watch("odd-progress").await;
    let browser = &app.browser;
    pass_share(&app, 660).await;
    browser.see_in(".center:last-child", "57 %").await;
    pass_share(&app, 60).await;
    browser.see_in(".center:last-child", "uploadProgress: about 60 %").await;
    let bars = "return document.querySelector('.center:last-child progress') === null && document.querySelector('.center progress') !== null";
    browser.wait_for("no bar without a number", bars, vec![]).await;
    pass_share(&app, 60).await;
    browser.see_in(".center:last-child", "uploadProgress: empty text").await;
    pass_share(&app, 60).await;
    browser.see_in(".center:last-child", "uploadProgress: 150%").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn data_centres_may_come_late_or_never_or_go_away_for_a_while() {
    let (app, id) = watch("loses-centre").await;
    let browser = &app.browser;
    pass_share(&app, 400).await;
    browser.see_in(".card h2", "completed").await;
    let all = centers(&app, id);
    pass_share(&app, 120).await;
    browser.see_in(".card h2", &format!("of {} completed", all - 1)).await;
    let rows = "return document.querySelectorAll('.center').length === arguments[0]";
    browser.wait_for("a row less", rows, vec![json!(all - 1)]).await;
    pass_share(&app, 120).await;
    browser.see_in(".card h2", &format!("of {all} completed")).await;
    browser.wait_for("all rows", rows, vec![json!(all)]).await;
    let late = start(&app, "late-centres");
    app.goto(&page_of(late)).await;
    browser.see_in(".page-mark", "Initiated").await;
    pass_share(&app, 400).await;
    browser.see_in(".page-mark", "In Progress").await;
    browser.see("There is none yet").await;
    pass_share(&app, 610).await;
    browser.see_in(".page-mark", "Completed").await;
    let all = centers(&app, late);
    browser.see(&format!("Data centres · {all} of {all} completed")).await;
    let none = start(&app, "no-centres");
    app.goto(&page_of(none)).await;
    browser.see_in(".page-mark", "Initiated").await;
    pass_share(&app, 1_010).await;
    browser.see_in(".page-mark", "Completed").await;
    browser.see("The upload has none.").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_flaky_api_is_followed_to_the_end_all_the_same() {
    let (app, _) = watch("flaky").await;
    pass_share(&app, 1_000).await;
    pass_until(&app, ".page-mark", "Completed").await;
    app.browser.see_in(".job", "succeeded").await;
    assert!(readings(&app).iter().any(|entry| entry.status == 500), "some readings failed");
    app.close().await;
}
