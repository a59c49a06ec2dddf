//! Addresses that make no sense.

use image_console_e2e::App;

use crate::fault_support::{EU, no_notice, notice};

#[tokio::test(flavor = "multi_thread")]
async fn nonsense_in_the_address_is_dropped_and_named_and_the_rest_applies() {
    let app = App::open("images?name=~base&state=asleep&public=maybe&owner=me&sort=-colour&columns=name,shoe&only.os=linux&lunch=12").await;
    let begins = "A part of the address was not understood and is left out";
    let text = notice(&app.browser, begins).await;
    for part in ["state=asleep", "public=maybe", "owner=me", "sort=-colour", "columns=name,shoe", "lunch=12"]
    {
        assert!(text.contains(part), "{part} in: {text}");
    }
    assert!(!text.contains("name=~base") && !text.contains("only.os"), "{text}");
    app.browser.see("name: ~base").await;
    app.browser.see("OS: linux").await;
    app.browser.see("us-east-1: ").await;
    let mut targets: Vec<String> =
        app.requests("GET", "/jdoe/images").into_iter().map(|e| e.target).collect();
    targets.sort();
    assert_eq!(targets, ["/jdoe/images?name=~base&state=all", "/jdoe/images?name=~base&state=all"]);
    app.browser.click("Dismiss").await;
    no_notice(&app.browser, begins).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_leads_back_to_the_images() {
    let app = App::open("no/such/place").await;
    app.browser.see("There is nothing at").await;
    app.browser.click("All images").await;
    app.browser.see(EU).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_of_a_connection_that_is_not_here_says_so() {
    let app = App::open("images/nowhere/0f0f0f0f-0000-4000-8000-000000000001").await;
    app.browser.see("This browser has no connection called nowhere").await;
    assert!(app.world.journal().is_empty(), "nothing is asked");
    app.close().await;
}
