//! The screens and dialogs in light, dark and narrow, without a finding of axe.

use super::world::*;
use crate::actions::gestures::{choose, see_fact};
use crate::screens::look;

#[tokio::test(flavor = "multi_thread")]
async fn the_table() {
    let app = open("service-instances").await;
    app.browser.see_in("tbody", "prod").await;
    app.browser.see_gone("read so far").await;
    look(&app, "instances").await;
    app.browser.fill("Search name", "nothing is called so").await;
    app.browser.see("0 of ").await;
    look(&app, "instances-none").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_an_instance_and_its_dialogs() {
    let app = open("connections").await;
    let browser = &app.browser;
    for (name, picture) in [
        (ORDERS, "instance"),
        ("events-queue", "instance-no-backups"),
        ("busy-db", "instance-busy"),
        ("bare-db", "instance-bare"),
    ] {
        open_instance(&app, CF, name).await;
        browser.see("You may change it").await;
        look(&app, picture).await;
    }
    open_restore(&app, CF, ORDERS).await;
    browser.see_in("dialog", "the latest first").await;
    look(&app, "restore").await;
    choose(browser, "Another instance").await;
    browser.see_in("dialog", "other instances to choose from").await;
    choose(browser, "A point in time").await;
    browser.click("Restore").await;
    browser.see_in("dialog", "exactly as it is written").await;
    look(&app, "restore-other").await;
    open_instance(&app, CF, ORDERS).await;
    browser.click("Create backup…").await;
    browser.see_in("dialog", "Create a backup of orders-db").await;
    look(&app, "backup").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_sign_in() {
    let app = own("service-instances").await;
    let browser = &app.browser;
    browser.see("Sign in on own to go on").await;
    look(&app, "sign-in-needed").await;
    browser.click("Sign in…").await;
    browser.see_in("dialog", "Get a one-time passcode").await;
    browser.fill("Passcode", "wrong").await;
    browser.click("Sign in").await;
    browser.see_in("dialog", "The token server did not sign you in").await;
    look(&app, "sign-in").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_that_failed() {
    let app = open("connections").await;
    let browser = &app.browser;
    restore(&app, CF, "job-fails").await;
    later(&app, 90).await;
    see_fact(browser, "status", "failed").await;
    look(&app, "restore-failed").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn connections_that_take_a_token() {
    let app = own("connections").await;
    let browser = &app.browser;
    browser.click("Test connection").await;
    browser.see_in(".test-result", "nobody is signed in yet").await;
    look(&app, "foundry-connection").await;
    for (kind, picture) in
        [("Cloud Foundry", "foundry-form"), ("Oracle Marketplace Publisher", "marketplace-form")]
    {
        app.goto("connections").await;
        super::setup::begin(&app, kind, "new").await;
        choose(browser, "Token that the user enters").await;
        look(&app, picture).await;
    }
    app.close().await;
}
