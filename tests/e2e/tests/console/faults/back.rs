//! Leaving while a request runs: nothing runs twice, nothing is lost, nothing breaks.

use image_console_e2e::App;
use image_console_emulator::Fault;

use crate::fault_support::{EU, US, US_LIST, fill_create, whole};

#[tokio::test(flavor = "multi_thread")]
async fn going_back_and_forth_while_a_list_arrives_asks_it_once() {
    let app = App::open("connections").await;
    app.browser.see("Test connection").await;
    app.world.add_fault(Fault::on("GET", US_LIST).hold_after_bytes(60_000));
    app.browser.click("Images").await;
    app.browser.see(EU).await;
    app.browser.see("so far").await;
    let driver = &app.browser.driver;
    driver.back().await.expect("back");
    app.browser.see("Test connection").await;
    driver.forward().await.expect("forward");
    app.browser.see("so far").await;
    driver.back().await.expect("back");
    app.world.clear_faults();
    driver.forward().await.expect("forward");
    whole(&app).await;
    assert_eq!(app.requests("GET", "/jdoe/images").len(), 2, "one list per connection");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn going_back_while_an_image_is_created_neither_stops_nor_repeats_it() {
    let app = App::open("images?source=us-east-1").await;
    app.browser.see(US).await;
    app.browser.click("Create image…").await;
    fill_create(&app, "left-alone").await;
    app.world.add_fault(Fault::on("POST", "*/jdoe/images*").hold_after_bytes(0));
    app.browser.click("Create image").await;
    app.browser
        .wait_for(
            "the press to count",
            "return document.querySelector('dialog[open] button[type=submit][aria-busy=true]')",
            vec![],
        )
        .await;
    app.browser.driver.back().await.expect("back");
    app.browser.gone("dialog[open]").await;
    app.browser.see("1 running").await;
    app.browser.driver.forward().await.expect("forward");
    app.browser.see_in("dialog[open]", "Create image from machine").await;
    app.browser.driver.back().await.expect("back");
    app.browser.gone("dialog[open]").await;
    app.world.clear_faults();
    app.browser.click("Activity").await;
    app.browser.see("left-alone").await;
    app.browser.see("creating").await;
    app.world.advance(15_000);
    app.browser.see("succeeded").await;
    assert_eq!(app.requests("POST", "/jdoe/images").len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn leaving_an_image_while_it_is_read_breaks_nothing() {
    let app = App::open("images").await;
    whole(&app).await;
    app.world.add_fault(Fault::on("GET", "*/images/*").hang());
    for _ in 0..2 {
        app.browser.click("my-image").await;
        app.browser.see("The image is being read.").await;
        app.browser.driver.back().await.expect("back");
        app.browser.see(US).await;
    }
    app.world.clear_faults();
    app.browser.click("my-image").await;
    app.browser.see("Request-Id").await;
    app.browser.see_gone("The image is being read.").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn back_asks_before_it_takes_away_what_was_typed() {
    let app = App::open("images?source=us-east-1").await;
    let browser = &app.browser;
    browser.see(US).await;
    browser.click("Create image…").await;
    fill_create(&app, "half-typed").await;
    browser.driver.back().await.expect("back");
    browser.see_in("dialog[open]", "Close and lose what you entered?").await;
    browser.click("Keep editing").await;
    assert_eq!(browser.value("name").await, "half-typed");
    assert!(browser.url().await.contains("action=create"), "the address is that of the dialog");
    browser.driver.back().await.expect("back");
    browser.click("Discard").await;
    browser.gone("dialog[open]").await;
    assert_eq!(app.requests("POST", "/jdoe/images").len(), 0);
    app.close().await;
}
