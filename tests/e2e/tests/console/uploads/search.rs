//! The search: what the address says is sent as documented, and nothing else is.

use image_console_e2e::app::options;
use image_console_emulator::Fault;
use serde_json::json;
use thirtyfour::Key;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn the_filters_of_the_address_are_sent_as_documented_misspellings_and_all() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    app.goto("uploads?keyword=course%20%26&machineimagestatus=IN%20PROGESS,DELECTION%20FAILED&limit=10&orderby=NAME&sortorder=DESC").await;
    browser.see("No upload matches the search").await;
    assert_eq!(
        searches(&app),
        [format!(
            "{UPLOADS}?keyword=course%20%26&machineimagestatus=IN%20PROGESS,DELECTION%20FAILED&limit=10&offset=0&orderby=NAME&sortorder=DESC"
        )]
    );
    let sent = app.requests("GET", UPLOADS).remove(0);
    assert_eq!(sent.headers.get("accept"), Some("application/json"));
    assert_eq!((sent.host.as_str(), sent.status), ("ocm-apis.cloud.oracle.com", 200));
    browser.see_in(".chip.on", "In Progress (sent as IN PROGESS)").await;
    // What the right spelling says is understood, and sent as the API wants it.
    app.goto("uploads?machineimagestatus=deletion%20failed").await;
    browser.see_in("td", "ended-deletion-failed").await;
    let last = searches(&app).pop().unwrap_or_default();
    assert!(last.ends_with("?machineimagestatus=DELECTION%20FAILED&limit=30&offset=0"), "{last}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_api_would_refuse_is_named_and_not_sent() {
    let app = open("uploads?machineimagestatus=RUNNING&limit=101&orderby=SIZE&sortorder=UP&colour=red").await;
    let browser = &app.browser;
    browser.see("A part of the address was not understood and is left out").await;
    for word in
        ["“RUNNING” is not a status", "1 to 100", "NAME or LASTUPDATEDATE", "ASC or DESC", "colour=red"]
    {
        browser.see(word).await;
    }
    assert_eq!(searches(&app), [format!("{UPLOADS}?limit=30&offset=0")]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn typing_searches_after_a_pause_and_leaves_no_steps_for_back() {
    let app = open("uploads").await;
    let browser = &app.browser;
    browser.see_in("td", "huge-takes-604800s").await;
    browser.fill("Search by keyword", "wordpr").await;
    browser.see_in("td", "APS1826_WWP_061218").await;
    browser.wait_for("the address", "return location.search === '?keyword=wordpr'", vec![]).await;
    let sent = searches(&app);
    assert!(sent.len() <= 3, "not a question for each letter: {sent:?}");
    browser.keys(&String::from(Key::Enter.value())).await;
    browser.click("APS1826_WWP_061218").await;
    browser.see_in("h1", "APS1826_WWP_061218").await;
    browser.driver.back().await.expect("back");
    browser.see_in("td", "APS1826_WWP_061218").await;
    assert_eq!(browser.value("Search by keyword").await, "wordpr");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn statuses_are_chosen_by_their_chip_and_headings_sort_as_the_api_can() {
    let app = open("uploads").await;
    let browser = &app.browser;
    browser.see_in("td", "huge-takes-604800s").await;
    browser.click("Status").await;
    browser.click("Deletion Failed (sent as DELECTION FAILED)").await;
    browser.see_in("td", "ended-deletion-failed").await;
    browser
        .wait_for(
            "the address",
            "return location.search === '?machineimagestatus=DELECTION%20FAILED'",
            vec![],
        )
        .await;
    browser.keys(&String::from(Key::Escape.value())).await;
    browser.click("Application").await;
    browser
        .wait_for(
            "the arrow",
            "return document.querySelector('th[aria-sort=ascending]')?.innerText.includes('Application')",
            vec![],
        )
        .await;
    browser.click("Application").await;
    browser
        .wait_for(
            "the other arrow",
            "return document.querySelector('th[aria-sort=descending]') !== null",
            vec![],
        )
        .await;
    let last = searches(&app).pop().unwrap_or_default();
    assert!(last.ends_with("&offset=0&orderby=NAME&sortorder=DESC"), "{last}");
    browser.click("Application").await;
    browser.wait_for("no arrow", "return document.querySelector('th[aria-sort]') === null", vec![]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn pages_are_read_when_they_are_wanted_and_the_counts_say_what_is_known() {
    let app = open("uploads?limit=50&machineimagestatus=COMPLETED").await;
    let browser = &app.browser;
    browser.see("50 of 50 or more").await;
    browser.click("Next page").await;
    browser.see("100 of 100 or more").await;
    browser.click("All pages").await;
    browser.gone(".table-foot button").await;
    let all = app.world.with_world(|world| world.marketplace().uploads());
    let completed = all.iter().filter(|u| u["statusName"] == json!("Completed")).count();
    browser.see(&format!("{completed} of {completed}")).await;
    let offsets: Vec<String> =
        searches(&app).iter().map(|s| s.split("offset=").nth(1).unwrap_or("").to_owned()).collect();
    let expected: Vec<String> = (0..=completed / 50).map(|page| (page * 50).to_string()).collect();
    assert_eq!(offsets, expected, "each page once");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_that_fails_costs_only_its_own_rows() {
    let both = [("good", "marketplace-as", "proxy"), ("bad", "marketplace", "proxy")];
    let app = with(&both, options(), "about:blank").await;
    let browser = &app.browser;
    app.goto("uploads?keyword=course").await;
    browser.see_in("td", "course-flaky").await;
    // The plain proxy adds no token, so the API refuses.
    browser.see("bad: the uploads could not be searched").await;
    browser.see("Not Authorized").await;
    browser.see_in(".table-foot", "good: 18 of 18 · bad: no answer").await;
    browser.see("18 of 18 or more").await;
    browser.click("Source").await;
    let option = "const row = [...document.querySelectorAll('.popover.facet .check-row')].find(r => r.checkVisibility() && r.innerText.trim() === 'good'); row?.click(); return Boolean(row)";
    browser.wait_for("the connection among the choices", option, vec![]).await;
    browser.see_gone("bad: the uploads could not be searched").await;
    browser.wait_for("the address", "return location.search === '?keyword=course&source=good'", vec![]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn old_rows_stay_beside_an_error_and_the_rest_of_a_list_is_not_claimed() {
    let app = open("uploads?limit=10").await;
    let browser = &app.browser;
    browser.see("10 of 10 or more").await;
    app.world.add_fault(Fault::on("GET", &format!("*{UPLOADS}*")).status(503, r#"{"message":"busy"}"#));
    browser.click("Next page").await;
    browser.see("the uploads could not be searched; 10 rows from before stay").await;
    browser.see_in(".table-foot", "10 of 10 or more, not complete").await;
    app.world.clear_faults();
    browser.click("Retry").await;
    browser.see_gone("could not be searched").await;
    app.close().await;
}
