//! Connections and keys: set up, tested, signed with.

mod keys;
mod secure;
mod signed;
mod tests;

use image_console_e2e::App;

/// Imports the key of a file in the import dialog that is open, up to the press on Import.
pub async fn import(app: &App, file: &str, passphrase: Option<&str>) {
    let browser = &app.browser;
    browser.control("File of the private key").await.send_keys(file).await.expect("a file");
    if let Some(passphrase) = passphrase {
        browser.see_in("dialog", "It is encrypted.").await;
        browser.fill("Passphrase", passphrase).await;
    } else {
        browser.see_in("dialog", "It needs no passphrase.").await;
    }
    browser.click("Import").await;
}

/// Adds a connection that signs in the browser with the key of this file, and tests it.
pub async fn add_signed(app: &App, name: &str, account: &str, key: &str) {
    let browser = &app.browser;
    app.goto("connections?action=add").await;
    browser.fill("Name", name).await;
    browser.fill("Endpoint", &format!("{}/triton/us-east-1", app.world.api_url())).await;
    browser.click("HTTP signature in the browser").await;
    browser.fill("Account", account).await;
    browser.click("Import a key…").await;
    browser.see_in("dialog", "File of the private key").await;
    import(app, key, None).await;
    browser.see_in("dialog[open]", "Save and test").await;
    browser
        .wait_for(
            "the import dialog to go",
            "return document.querySelectorAll('dialog[open]').length === 1",
            vec![],
        )
        .await;
    browser.click("Save and test").await;
    browser.gone("dialog[open]").await;
}
