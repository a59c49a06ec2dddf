//! Triton: an SSH key, pasted and as an encrypted file.

use image_console_e2e::App;

use super::run::previews;
use super::scan::Scan;
use super::secret::Secret;
use crate::connections::import;
use crate::fault_support::{account_key, own_image, press_in};

const FILE: &str = "jdoe-rsa.pkcs8-passphrase.pem";
const PASSPHRASE: &str = "Kiesel-Hafen-27-Zwieback";
const WRONG: &str = "Kiesel-Hafen-28-Zwieback";
const GONE: &str = "0f0f0f0f-0000-4000-8000-0000000000f1";

/// Imports the key, signs with it, and shows and sends a deletion.
pub async fn walk(app: &App, scan: &mut Scan) {
    let browser = &app.browser;
    know_key(
        app,
        scan,
        "the SSH key",
        "jdoe-rsa",
        &["pkcs8.pem", "pkcs1.pem", "openssh.pem", "pkcs8-passphrase.pem"],
    )
    .await;
    scan.know(Secret::text("the passphrase", &[], PASSPHRASE));
    scan.know(Secret::text("a wrong passphrase", &[], WRONG));

    press_in(browser, ".card:has(.keys)", "Import a key…").await;
    let pem = std::fs::read_to_string(account_key("jdoe-rsa.openssh.pem")).expect("a key file");
    browser.fill("Or its text", &pem).await;
    browser.keys("\u{e004}").await;
    browser.see_in("dialog", "It needs no passphrase.").await;
    scan.nowhere(app, "a pasted key").await;
    browser.fill("Or its text", "").await;
    browser.click("Cancel").await;
    browser.gone("dialog[open]").await;
    scan.nowhere(app, "a pasted key that was not imported").await;

    browser.click("Add connection…").await;
    browser.fill("Name", "Signed").await;
    browser.fill("Endpoint", &format!("{}/triton/us-east-1", app.world.api_url())).await;
    browser.click("HTTP signature in the browser").await;
    browser.fill("Account", "jdoe").await;
    browser.click("Import a key…").await;
    browser.see_in("dialog", "File of the private key").await;
    import(app, &account_key(FILE), Some(WRONG)).await;
    browser.see_in("dialog", "The passphrase does not open this key").await;
    scan.nowhere(app, "a wrong passphrase").await;
    browser.fill("Passphrase", PASSPHRASE).await;
    scan.nowhere(app, "the right passphrase, typed").await;
    browser.click("Import").await;
    let one = "return document.querySelectorAll('dialog[open]').length === 1";
    browser.wait_for("the import dialog to go", one, vec![]).await;
    scan.nowhere(app, "the imported key").await;
    previews(app, scan, "the test of a connection", &["HTTP", "curl", "triton"]).await;
    browser.click("Save and test").await;
    browser.see_in(".test-result", "accepts the credentials").await;
    scan.nowhere(app, "the tested connection").await;

    app.world.with_world(|w| w.triton().put_image("us-east-1", own_image(GONE, "to-go"))).expect("an image");
    for action in ["update", "export", "delete"] {
        app.goto(&format!("images/signed/{GONE}?action={action}")).await;
        browser.see_in("dialog[open]", "The request as it will be sent").await;
        previews(app, scan, action, &["HTTP", "curl", "triton"]).await;
    }
    browser.fill("Type the image's name to confirm", "to-go").await;
    browser.click("Delete image").await;
    browser.see_in(".toast", "DeleteImage to-go 1.0.0: succeeded").await;
    scan.nowhere(app, "a deletion").await;
}

/// Makes a key of the emulated accounts known in all its files, and its private numbers.
pub async fn know_key(app: &App, scan: &mut Scan, what: &str, name: &str, files: &[&str]) {
    let text = std::fs::read_to_string(account_key(&format!("{name}.pkcs8.pem"))).expect("a key file");
    let script = "const [pem, done] = arguments; \
        const der = Uint8Array.from(atob(pem.replace(/-----.*-----|\\s/g, '')), c => c.charCodeAt(0)); \
        crypto.subtle.importKey('pkcs8', der, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, true, ['sign']) \
            .then(key => crypto.subtle.exportKey('jwk', key)).then(done, error => done(String(error)))";
    let jwk = app
        .browser
        .driver
        .execute_async(script, vec![serde_json::json!(text)])
        .await
        .expect("the script runs");
    let number =
        |name: &str| jwk.json()[name].as_str().unwrap_or_else(|| panic!("{:?}", jwk.json())).to_owned();
    for name in ["d", "p", "q"] {
        scan.know(Secret::number(&format!("{name} of {what}"), &number(name)));
    }
    for file in files {
        let text = std::fs::read_to_string(account_key(&format!("{name}.{file}"))).expect("a key file");
        scan.know(Secret::lines(&format!("{what} ({file})"), &text, &number("n")));
    }
}
