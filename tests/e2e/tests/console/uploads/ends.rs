//! How uploads end badly, and what is said of each end.

use super::world::*;
use crate::actions::gestures::see_fact;

#[tokio::test(flavor = "multi_thread")]
async fn each_bad_end_is_told_with_its_reason_and_stays() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    for (course, word, why) in [
        ("fails", "Failed", "The upload failed. The API does not say why"),
        ("part-fails", "Failed", "US2 COMMERCIAL CHERRY: Failed"),
        ("merge-fails", "Failed", "wrong chunk numbers and a wrong checksum are known causes"),
        ("rejected", "Rejected", "The image was not accepted, for example by the virus scan."),
    ] {
        let id = start(&app, course);
        app.goto(&page_of(id)).await;
        browser.see_in("h1", course).await;
        pass_share(&app, 1_010).await;
        browser.see_in(".page-mark", word).await;
        browser.see(&format!("The upload ended as {word}")).await;
        browser.see(why).await;
        browser.see_in(".job", "failed").await;
        browser.see("It has ended, so nothing follows it.").await;
    }
    app.goto("activity").await;
    browser.see("4 of 4 operations").await;
    browser.click("Machine image upload").await;
    see_fact(browser, "status", "failed; the API says Rejected").await;
    browser.see("Machine image upload failed").await;
    // The page it is about is a link.
    browser.click("rejected 1.0 image.tar.gz").await;
    browser.see_in("h1", "rejected 1.0 image.tar.gz").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn uploads_at_rest_are_read_once_in_whatever_spelling_their_end_is() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    for (application, word, tone) in [
        ("ended-completed", "Completed", "ok"),
        ("ended-failed", "Failed", "bad"),
        ("ended-rejected", "Rejected", "bad"),
        ("ended-deleted", "Deleted", "warn"),
        ("ended-deletion-failed", "Deletion Failed", "bad"),
        ("ended-misspelt", "DELECTION FAILED", "bad"),
    ] {
        app.world.clear_journal();
        app.goto(&page_of(id_of(&app, application))).await;
        browser.see_in(".page-mark", word).await;
        browser.see("It has ended, so nothing follows it.").await;
        let colour =
            format!("return document.querySelector('.page-mark .status').classList.contains('{tone}')");
        browser.wait_for("its colour", &colour, vec![]).await;
        pass(&app, 3_600).await;
        assert_eq!(readings(&app).len(), 1, "{application}");
    }
    browser.gone(".tray").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_in_a_state_that_nobody_knows_is_followed_only_when_asked_for() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    for (application, word) in [("ended-archived", "Archived"), ("ended-empty", "")] {
        app.goto(&page_of(id_of(&app, application))).await;
        browser.see("The documents do not know its status").await;
        browser.see_in("body", word).await;
        browser.gone(".tray").await;
    }
    browser.click("Follow").await;
    browser.see_in(".tray", "1 running").await;
    browser.see("Check now").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_that_was_completed_and_goes_on_again_can_be_followed_anew() {
    let app = open("about:blank").await;
    let browser = &app.browser;
    let id = start(&app, "reopens");
    app.goto(&page_of(id)).await;
    browser.see_in(".page-mark", "Initiated").await;
    pass_share(&app, 1_010).await;
    browser.see_in(".page-mark", "Completed").await;
    browser.see_in(".job", "succeeded").await;
    pass_share(&app, 120).await;
    browser.click("Refresh").await;
    browser.see_in(".page-mark", "In Progress").await;
    browser.see("Nothing here follows it.").await;
    browser.click("Follow").await;
    browser.see_in(".tray", "1 running").await;
    pass_share(&app, 200).await;
    browser.see_in(".page-mark", "Completed").await;
    app.goto("activity").await;
    browser.see("2 of 2 operations").await;
    app.close().await;
}
