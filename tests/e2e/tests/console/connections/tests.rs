//! “Test connection”: what is wrong, in words.

use image_console_e2e::{App, app::options};
use image_console_emulator::{ConfigFile, Fault, Options};
use serde_json::{Value, json};

use super::add_signed;
use crate::fault_support::{account_key, press_in};

fn by_proxy(app: &App, id: &str, path: &str, account: &str) -> Value {
    json!({ "id": id, "name": id, "kind": "triton", "endpoint": format!("{}{path}", app.world.api_url()), "account": account, "authentication": { "method": "proxy" } })
}

/// Presses the test of the only connection and waits for these words.
async fn test_says(app: &App, words: &[&str]) {
    app.browser.click("Test connection").await;
    for word in words {
        app.browser.see_in(".test-result", word).await;
    }
}

/// A console whose only connection leads there.
async fn only(path: &str, account: &str) -> App {
    let config = ConfigFile::Text("{\"connections\":[]}".to_owned());
    let app = App::with(Options { config, ..options() }, "connections").await;
    let config = json!({ "connections": [by_proxy(&app, "only", path, account)] });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.goto("connections").await;
    app
}

#[tokio::test(flavor = "multi_thread")]
async fn a_good_connection_says_where_it_leads() {
    let app = only("/triton-as/jdoe/us-east-1", "jdoe").await;
    test_says(
        &app,
        &["The endpoint answers and accepts the credentials. Datacenter us-east-1. API versions"],
    )
    .await;
    assert_eq!(app.requests("GET", "/--ping").len(), 1);
    assert_eq!(app.requests("GET", "/jdoe/datacenters").len(), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_endpoint_that_does_not_answer_is_called_unreachable() {
    let app = only("/triton-as/jdoe/us-east-1", "jdoe").await;
    app.world.add_fault(Fault::on("*", "*").dropped());
    test_says(
        &app,
        &[
            "The endpoint cannot be reached from this page.",
            "It cannot tell which of these it is",
            "CORS",
            app.world.api_url(),
        ],
    )
    .await;
    app.world.clear_faults();
    test_says(&app, &["The endpoint answers and accepts the credentials."]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_disabled_account_has_no_permission() {
    let app = only("/triton-as/retired/us-east-1", "retired").await;
    test_says(
        &app,
        &[
            "The key is known, but the call is not allowed.",
            "The account or user is disabled",
            "403",
            "NotAuthorized",
        ],
    )
    .await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_cloudapi_is_said_to_be_none() {
    let app = only("", "jdoe").await;
    // A path on the page's own origin, where no API is.
    let config = json!({ "connections": [{ "id": "only", "kind": "triton", "endpoint": "/api", "account": "jdoe", "authentication": { "method": "proxy" } }] });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.goto("connections").await;
    test_says(
        &app,
        &["Something answers at this address, but it is not a CloudAPI.", "without /my behind it"],
    )
    .await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_test_that_hangs_can_be_cancelled() {
    let app = only("/triton-as/jdoe/us-east-1", "jdoe").await;
    app.world.add_fault(Fault::on("GET", "*").hang());
    app.browser.click("Test connection").await;
    app.browser.see_in(".test-result", "Testing: a sign of life").await;
    press_in(&app.browser, ".card", "Cancel test").await;
    app.browser.see_gone("Testing: a sign of life").await;
    app.world.clear_faults();
    test_says(&app, &["The endpoint answers and accepts the credentials."]).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_clock_is_measured() {
    let app = App::open("connections").await;
    app.world.set_skew(600_000);
    add_signed(&app, "Late", "jdoe", &account_key("jdoe-ecdsa.openssh.pem")).await;
    app.browser.see_in(".test-result", "The clocks are").await;
    let text = app.browser.wait_for("the difference", "return [...document.querySelectorAll('.test-result')].map(e => e.innerText).find(t => t.includes('The clocks are'))", vec![]).await;
    let text = text.as_str().unwrap_or_default();
    assert!(text.contains("The clocks are 10 m") || text.contains("The clocks are 9 m 59 s"), "{text}");
    assert!(text.contains("5 minutes are allowed") && text.contains("Set this computer's clock"), "{text}");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_key_that_the_account_does_not_have_is_unknown() {
    let app = App::open("connections").await;
    add_signed(&app, "Stranger", "jdoe", &account_key("acme.pkcs8.pem")).await;
    app.browser.see_in(".test-result", "The account or the key is not known here.").await;
    app.browser.see_in(".test-result", "that the key's public half is added to the account").await;
    app.browser.see_in(".test-result", "InvalidCredentials").await;
    app.close().await;
}
