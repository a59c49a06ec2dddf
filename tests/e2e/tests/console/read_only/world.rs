//! A read-only console over every API, and what it must say.

use image_console_e2e::app::options;
use image_console_e2e::{App, Browser};
use image_console_emulator::{ConfigFile, Options};
use serde_json::{Value, json};

use crate::actions::world::writes;
use crate::service_instances::world::{CF, connection};

/// The reason in the configuration.
pub const WHY: &str = "the change freeze lasts until 7 January.";
/// What people read.
pub const REASON: &str = "This console is read-only: the change freeze lasts until 7 January.";

/// A console over datacenters, regions and a foundation; not read-only yet.
pub async fn every() -> App {
    let app = App::with(Options { oci_in_config: true, ..options() }, "about").await;
    let foundation = connection(&app, CF, "cf-as/dev", "proxy");
    change_config(&app, |config| {
        config["connections"].as_array_mut().expect("an array").push(foundation);
    })
    .await;
    app
}

/// The same, read-only, at this address.
pub async fn open(address: &str) -> App {
    let app = every().await;
    make_read_only(&app).await;
    app.goto(address).await;
    app
}

/// The page that is loaded next finds a configuration that says so.
pub async fn make_read_only(app: &App) {
    change_config(app, |config| config["readOnly"] = json!(WHY)).await;
}

/// Changes the configuration that is served.
async fn change_config(app: &App, change: impl FnOnce(&mut Value)) {
    let script = "return fetch(new URL('config.json', document.baseURI)).then(answer => answer.json())";
    let mut config = app.browser.script(script, vec![]).await;
    change(&mut config);
    app.world.set_config(ConfigFile::Text(config.to_string()));
}

/// Asserts that a button is there, cannot be pressed, and says why; a press does nothing.
pub async fn assert_refused(browser: &Browser, name: &str) {
    let find = "const dialogs = [...document.querySelectorAll('dialog[open]')]; \
        const button = [...(dialogs.at(-1) ?? document).querySelectorAll('button')] \
            .find(b => b.checkVisibility() && b.innerText.trim() === arguments[0]); ";
    let said = format!(
        "{find} return button?.ariaDisabled === 'true' && document.getElementById(button.getAttribute('aria-describedby')).textContent"
    );
    let said = browser.wait_for(&format!("{name}, disabled"), &said, vec![json!(name)]).await;
    assert_eq!(said, REASON, "{name}");
    let before = browser.url().await;
    let open = "return document.querySelectorAll('dialog[open]').length";
    let dialogs = browser.script(open, vec![]).await;
    browser.script(&format!("{find} button.click()"), vec![json!(name)]).await;
    assert_eq!((browser.url().await, browser.script(open, vec![]).await), (before, dialogs), "{name}");
}

/// Asserts that no request arrived that changes anything.
pub fn assert_only_read(app: &App) {
    assert!(!app.world.journal().is_empty(), "it was read");
    let sent: Vec<String> = writes(app).iter().map(|e| format!("{} {}", e.method, e.target)).collect();
    assert_eq!(sent, Vec::<String>::new());
}
