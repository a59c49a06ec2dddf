//! What is shown where nothing is.

use super::look;
use image_console_e2e::{App, app::options};
use image_console_emulator::{ConfigFile, Options};

#[tokio::test(flavor = "multi_thread")]
async fn an_unknown_address_and_a_broken_configuration() {
    let config = ConfigFile::Text(r#"{"conections":[],"connections":[{"id":"a b","kind":"vmware"}]}"#.to_owned());
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
    app.close().await;
}
