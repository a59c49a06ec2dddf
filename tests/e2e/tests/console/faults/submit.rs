//! Presses that come twice.

use image_console_e2e::App;
use image_console_emulator::Fault;

use crate::fault_support::fill_create;

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_on_create_is_one_request() {
    let app = App::open("images?source=us-east-1&action=create").await;
    app.world.add_fault(Fault::on("POST", "*/jdoe/images*").delay_ms(300));
    fill_create(&app, "pressed-twice").await;
    let button = app.browser.named("Create image").await;
    app.browser.driver.action_chain().double_click_element(&button).perform().await.expect("a double click");
    app.browser.see_in("h1", "pressed-twice").await;
    app.browser.see("creating").await;
    assert_eq!(app.requests("POST", "/jdoe/images").len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_double_click_on_save_is_one_connection_and_one_test() {
    let app = App::open("connections?action=add").await;
    app.browser.fill("Name", "Twice").await;
    app.browser.fill("Endpoint", &format!("{}/triton-as/acme/us-east-1", app.world.api_url())).await;
    app.browser.fill("Account", "acme").await;
    let button = app.browser.named("Save and test").await;
    app.browser.driver.action_chain().double_click_element(&button).perform().await.expect("a double click");
    app.browser.see("The endpoint answers and accepts the credentials.").await;
    app.browser.see("3 connections").await;
    assert_eq!(app.requests("GET", "/acme/datacenters").len(), 1);
    assert_eq!(app.requests("GET", "/--ping").len(), 1);
    app.goto("connections").await;
    app.browser.see("3 connections").await;
    app.close().await;
}
