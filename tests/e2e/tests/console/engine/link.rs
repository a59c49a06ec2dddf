//! A second device goes on following from a link that carries only the job's address.

use image_console_e2e::{App, Browser};

use super::support::*;
use crate::actions::gestures::see_fact;
use crate::oci::world::executed;
use crate::service_instances::world as foundation;

#[tokio::test(flavor = "multi_thread")]
async fn another_browser_follows_from_the_link_alone() {
    let (app, id) = slow(400_000, "about").await;
    export(&app, &id, "linked.oci").await;
    see_fact(&app.browser, "opc-work-request-id", "ocid1.").await;
    let link = copied(&app.browser).await;
    assert!(
        link.contains("/activity/follow?connection=oci-frankfurt&action=ExportImage&job=ocid1."),
        "{link}"
    );
    assert!(!link.contains("linked.oci") && !link.contains("retry"), "{link}");

    let other = App { world: app.world, browser: Browser::open(&[]).await };
    other.browser.goto(&link).await;
    other.browser.see_in("h1", "Export image").await;
    see_fact(&other.browser, "status", "IN_PROGRESS").await;
    other.browser.see("It was not started here: this browser only follows it.").await;
    // Opened again, it is the same operation.
    let address = other.browser.url().await;
    other.browser.goto(&link).await;
    other.browser.see_in("h1", "Export image").await;
    assert_eq!(other.browser.url().await, address);
    other.world.advance(500_000);
    other.browser.click("Check now").await;
    see_fact(&other.browser, "status", "succeeded; the API says SUCCEEDED").await;
    assert_eq!(executed(&other, "ExportImage", &id), 1);
    app.browser.close().await;
    other.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_for_a_connection_that_is_not_here_offers_those_that_are() {
    let app = crate::oci::world::open(
        "activity/follow?connection=theirs&action=ExportImage&job=ocid1.wr.1,ocid1.image.1",
    )
    .await;
    let browser = &app.browser;
    browser.see("The connection theirs is not set up in this browser").await;
    browser.named("Follow on ").await;
    app.goto("activity/follow?connection=oci-frankfurt&action=Sing&job=x").await;
    browser.see("This link names nothing that can be followed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restore_is_followed_in_another_browser_by_its_job() {
    let app = foundation::open("about").await;
    foundation::restore(&app, foundation::CF, foundation::ORDERS).await;
    see_fact(&app.browser, "status", "PROCESSING").await;
    let link = copied(&app.browser).await;
    assert!(link.contains("/activity/follow?connection=cf&action=RestoreServiceInstance&job="), "{link}");
    let other = App { world: app.world, browser: Browser::open(&[]).await };
    other.browser.goto(&link).await;
    other.browser.see_in("h1", "Restore service instance").await;
    foundation::later(&other, 100).await;
    see_fact(&other.browser, "status", "succeeded; the API says COMPLETE").await;
    assert_eq!(foundation::asked(&other).len(), 1);
    app.browser.close().await;
    other.close().await;
}

/// The link for another device, as it is copied.
async fn copied(browser: &Browser) -> String {
    let keep = "window.copied = ''; navigator.clipboard.writeText = text => { copied = text; return Promise.resolve(); }";
    browser.script(keep, vec![]).await;
    browser.click("Copy link").await;
    let link = browser.wait_for("the link", "return copied", vec![]).await;
    link.as_str().expect("text").to_owned()
}
