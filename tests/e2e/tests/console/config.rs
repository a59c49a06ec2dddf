//! `config.json` that is missing, is none, or is half right.

use image_console_e2e::{App, app::options};
use image_console_emulator::{ConfigFile, Options};
use serde_json::json;

use crate::fault_support::{EU, US};

async fn open(config: ConfigFile) -> App {
    App::with(Options { config, ..options() }, "images").await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_missing_file_is_said_and_can_be_read_again() {
    let app = open(ConfigFile::Missing).await;
    app.browser.see("config.json has 1 fault").await;
    app.browser.see("There is no config.json at").await;
    app.browser.click("Read it again").await;
    app.browser.see("There is no config.json at").await;
    app.world.set_config(ConfigFile::Default);
    app.browser.click("Read it again").await;
    app.browser.see(US).await;
    app.browser.see(EU).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_the_file_the_console_still_starts() {
    let app = open(ConfigFile::Missing).await;
    app.browser.click("Go on without it").await;
    app.browser.see("No connection is set up").await;
    assert!(app.world.journal().is_empty(), "nobody is asked");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_json_is_told_apart() {
    let app = open(ConfigFile::Text("{\"connections\": [}".to_owned())).await;
    app.browser.see("config.json has 1 fault").await;
    app.browser.see("The file is not JSON").await;
    for (text, words) in [
        ("", "The file is empty"),
        ("[]", "The file must be a JSON object"),
        ("<!doctype html><title>Console</title>", "is a web page, not config.json"),
    ] {
        app.world.set_config(ConfigFile::Text(text.to_owned()));
        app.browser.click("Read it again").await;
        app.browser.see(words).await;
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn all_faults_of_a_file_are_listed_at_once_and_its_good_part_is_used() {
    let app = open(ConfigFile::Missing).await;
    app.browser.see("There is no config.json").await;
    let endpoint = format!("{}/triton-as/jdoe/us-east-1", app.world.api_url());
    let good = json!({ "id": "us-east-1", "name": "us-east-1", "kind": "triton", "endpoint": endpoint, "account": "jdoe", "authentication": { "method": "proxy" } });
    let bad = json!({ "id": "a b", "name": "", "kind": "vmware", "endpoint": "ftp://x", "account": "je suis", "authentication": { "method": "basic", "password": "x" } });
    let signed = json!({ "id": "us-east-1", "kind": "triton", "endpoint": "https://u:p@example.com", "authentication": { "method": "http-signature" } });
    let config = json!({ "conections": 1, "connections": [good, bad, signed, 7] });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    app.browser.click("Read it again").await;
    let expected = [
        "conections is not a known member",
        "connections[1].id may have up to 64 letters",
        "connections[1].name is empty",
        "connections[1].kind",
        "connections[1].endpoint must begin with https:// or http://",
        "connections[1].account is not a login",
        "connections[1].authentication.method",
        "connections[1].authentication.password is not a known member",
        "connections[2].id \"us-east-1\" is used twice",
        "connections[2].endpoint must not contain credentials",
        "connections[2].account is missing",
        "connections[3] must be an object",
    ];
    app.browser.see(&format!("config.json has {} faults", expected.len())).await;
    for fault in expected {
        app.browser.see_in(".faults li", fault).await;
    }
    app.browser.click("Go on with 1 connection").await;
    app.browser.see(US).await;
    assert!(
        app.world.journal().iter().all(|e| e.via.starts_with("/triton-as/jdoe/us-east-1/")),
        "only the good one is asked"
    );
    app.close().await;
}
