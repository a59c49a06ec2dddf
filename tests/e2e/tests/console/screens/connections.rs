//! The connections and their dialogs.

use super::look;
use crate::connections::{add_signed, import};
use crate::fault_support::{account_key, press_in};
use image_console_e2e::App;

#[tokio::test(flavor = "multi_thread")]
async fn connections_with_a_key_and_a_test() {
    let app = App::open("connections").await;
    app.browser.see("No key is in this browser").await;
    add_signed(&app, "Stranger", "jdoe", &account_key("acme.pkcs8.pem")).await;
    app.browser.see_in(".test-result", "The account or the key is not known here.").await;
    look(&app, "connections").await;
    press_in(&app.browser, ".card:has([href*='stranger'])", "Edit…").await;
    app.browser.see_in("dialog", "Edit the connection Stranger").await;
    look(&app, "connection-edit").await;
    app.browser.click("Cancel").await;
    press_in(&app.browser, ".card:has([href*='stranger'])", "Remove…").await;
    app.browser.see_in("dialog", "Its images leave the table").await;
    look(&app, "connection-remove").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn adding_a_connection_and_importing_a_key() {
    let app = App::open("connections?action=add").await;
    app.browser.see_in("dialog", "Add a connection").await;
    app.browser.click("Save").await;
    app.browser.see_in("dialog", "Name is empty").await;
    look(&app, "connection-add").await;
    app.goto("connections").await;
    press_in(&app.browser, ".card:has(.keys)", "Import a key…").await;
    app.browser.see_in("dialog", "File of the private key").await;
    import(&app, &account_key("jdoe-rsa.pkcs8-encrypted.pem"), Some("guess")).await;
    app.browser.see_in("dialog", "The passphrase does not open this key").await;
    look(&app, "key-import").await;
    app.close().await;
}
