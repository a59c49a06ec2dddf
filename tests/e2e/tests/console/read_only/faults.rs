//! `readOnly` and `embedding` that are not what the configuration allows.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::{ConfigFile, Options};
use serde_json::json;

use super::world::*;

#[tokio::test(flavor = "multi_thread")]
async fn faults_of_both_members_are_named_and_a_faulty_one_allows_no_changes() {
    let app = App::with(Options { config: ConfigFile::Missing, ..options() }, "images").await;
    let browser = &app.browser;
    browser.see("There is no config.json").await;
    let endpoint = format!("{}/triton-as/jdoe/us-east-1", app.world.api_url());
    let east = json!({ "id": "us-east-1", "kind": "triton", "endpoint": endpoint, "account": "jdoe", "authentication": { "method": "proxy" } });
    let config = json!({
        "connections": [east],
        "readOnly": "",
        "embedding": { "origins": ["https://portal.example.com/", "https://a.example.com", "https://a.example.com", "https://*.example.com"] },
    });
    app.world.set_config(ConfigFile::Text(config.to_string()));
    browser.click("Read it again").await;
    for fault in [
        "readOnly must be true, false or a text, the reason for people to read",
        "embedding.origins[0] must be an origin as browsers write it",
        "embedding.origins[2] is named twice",
        "embedding.origins[3] must be an origin",
    ] {
        browser.see_in(".faults li", fault).await;
    }
    browser.see("config.json has 4 faults").await;
    browser.click("Go on with 1 connection").await;
    browser.see_in("tbody", "my-image").await;
    browser.click("Read-only").await;
    browser.see("its configuration (config.json) allows no changes").await;
    assert_only_read(&app);
    app.close().await;
}
