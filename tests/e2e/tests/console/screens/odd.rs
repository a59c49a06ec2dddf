//! What is shown where nothing is.

use super::look;
use image_console_e2e::{App, app::options};
use image_console_emulator::{ConfigFile, Options};

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_and_a_broken_configuration() {
    let config =
        ConfigFile::Text(r#"{"conections":[],"connections":[{"id":"a b","kind":"vmware"}]}"#.to_owned());
    let app = App::with(Options { config, ..options() }, "images").await;
    app.browser.see("config.json has").await;
    look(&app, "config-problem").await;
    app.world.set_config(ConfigFile::Text("{\"connections\":[]}".to_owned()));
    app.goto("images").await;
    app.browser.see("No connection is set up").await;
    look(&app, "no-connection").await;
    app.goto("no/such/place").await;
    app.browser.see("There is nothing at").await;
    look(&app, "unknown-address").await;
    app.goto("images/nowhere/0f0f0f0f-0000-4000-8000-000000000001").await;
    app.browser.see("This browser has no connection called nowhere").await;
    look(&app, "unknown-connection").await;
    app.goto("activity/no-such-operation").await;
    app.browser.see("no-such-operation").await;
    look(&app, "unknown-operation").await;
    app.close().await;
}
