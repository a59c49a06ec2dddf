//! How a job ends, and what is done where there is none to ask.

use image_console_e2e::App;

use super::world::*;
use crate::actions::gestures::see_fact;

/// Restores an instance and lets its job go on to the end.
async fn to_the_end(name: &str) -> (App, String) {
    let app = open("connections").await;
    let guid = restore(&app, CF, name).await;
    see_fact(&app.browser, "status", "PROCESSING").await;
    later(&app, 20).await;
    see_fact(&app.browser, "status", "POLLING").await;
    app.world.advance(80_000);
    (app, guid)
}

/// Everything was asked of the one upstream, and of nobody else.
fn once(app: &App, guid: &str) {
    assert_eq!(asked(app).len(), 1, "one restore was sent");
    assert_eq!(restores(app, guid).len(), 1, "and taken on once");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_failed_job_shows_why_and_what_to_do() {
    let (app, guid) = to_the_end("job-fails").await;
    let browser = &app.browser;
    browser.click("Check now").await;
    see_fact(browser, "status", "failed; the API says FAILED").await;
    browser.see("Restore service instance failed").await;
    browser.see("CF-UnableToPerform (10009)").await;
    once(&app, &guid);
    // A restore is not begun once more by a single press elsewhere: its dialog asks each time.
    let again = "return [...document.querySelectorAll('button')].some(b => b.innerText.trim().startsWith('Try again') && b.getAttribute('aria-disabled') !== 'true')";
    assert_eq!(browser.script(again, vec![]).await, false);
    browser.click("job-fails").await;
    browser.see("the latest first").await;
    browser.click("Restore…").await;
    browser.see_in("dialog", "Filled in as the restore that failed last.").await;
    assert!(!browser.value("backup_id").await.is_empty());
    assert_eq!(browser.value("Type the instance's name").await, "");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn many_errors_are_all_shown() {
    let (app, guid) = to_the_end("job-many-errors").await;
    let browser = &app.browser;
    browser.click("Check now").await;
    see_fact(browser, "status", "failed; the API says FAILED").await;
    let errors = app.world.with_world(|w| {
        let job = w.cloud_foundry().restores(&guid)[0]["job"].as_str().map(str::to_owned);
        w.cloud_foundry().job(&job.unwrap_or_default()).unwrap_or_default()["errors"].clone()
    });
    let errors = errors.as_array().cloned().unwrap_or_default();
    assert!(errors.len() > 1, "{errors:?}");
    for error in errors {
        browser.see(error["detail"].as_str().expect("a detail")).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn warnings_are_shown_beside_success() {
    let (app, guid) = to_the_end("job-warns").await;
    let browser = &app.browser;
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    let script = "return [...document.querySelectorAll('.notice-what')].filter(e => e.innerText.startsWith('Warning')).length";
    browser.wait_for("a warning", script, vec![]).await;
    once(&app, &guid);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_purged_job_gives_way_to_the_last_operation_and_says_so() {
    for (name, ends) in [("job-purged", "succeeded"), ("job-purged-fails", "failed")] {
        let (app, guid) = to_the_end(name).await;
        let browser = &app.browser;
        browser.click("Check now").await;
        see_fact(browser, "status", ends).await;
        browser.see("The API does not know the job any more").await;
        once(&app, &guid);
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn states_that_no_document_names_are_shown_as_they_come() {
    let app = open("connections").await;
    let browser = &app.browser;
    restore(&app, CF, "job-odd-state").await;
    later(&app, 30).await;
    see_fact(browser, "status", "REPLAYING").await;
    later(&app, 60).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_on_another_host_is_refused_and_the_instance_followed_instead() {
    for name in ["foreign-location", "http-location", "odd-location", "no-location"] {
        let app = open("connections").await;
        let browser = &app.browser;
        let guid = restore(&app, CF, name).await;
        browser.see("The instance's last operation is followed instead.").await;
        if name == "foreign-location" {
            browser.see("is not on the API's own host api.sys.example.local, so it was not asked.").await;
        }
        app.world.advance(80_000);
        browser.click("Check now").await;
        see_fact(browser, "status", "succeeded").await;
        once(&app, &guid);
        let jobs = app.world.journal().into_iter().filter(|e| e.target.contains("/v3/jobs/")).count();
        assert_eq!(jobs, 0, "{name}: no job was asked for");
        let hosts = "return performance.getEntriesByType('resource').map(e => new URL(e.name).hostname).filter(h => h.includes('example')).length";
        assert_eq!(browser.script(hosts, vec![]).await.as_u64(), Some(0), "{name}: nobody else was asked");
        app.close().await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_as_a_path_is_followed_through_the_proxy() {
    let (app, guid) = to_the_end("relative-location").await;
    let browser = &app.browser;
    browser.click("Check now").await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    once(&app, &guid);
    app.close().await;
}
