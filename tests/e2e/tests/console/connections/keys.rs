//! Importing keys, and what is none.

use image_console_e2e::App;

use super::import;
use crate::fault_support::{account_key, odd_key, press_in, said_at};

/// The fingerprint of the demo account's RSA key, as `ssh-keygen -l -E md5` prints it.
const FINGERPRINT: &str = "b7:3b:2a:35:c5:19:2f:35:49:df:59:8e:28:32:6a:8f";

async fn open() -> App {
    let app = App::open("connections").await;
    app.browser.see("No key is in this browser").await;
    app
}

async fn open_import(app: &App) {
    press_in(&app.browser, ".card:has(.keys)", "Import a key…").await;
    app.browser.see_in("dialog", "File of the private key").await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_demos_key_is_read_in_every_common_form() {
    let app = open().await;
    let forms = [
        ("jdoe-rsa.openssh.pem", None),
        ("jdoe-rsa.pkcs1.pem", None),
        ("jdoe-rsa.pkcs8.pem", None),
        ("jdoe-rsa.openssh-encrypted.pem", Some("triton")),
        ("jdoe-rsa.pkcs8-encrypted.pem", Some("triton")),
    ];
    for (file, passphrase) in forms {
        open_import(&app).await;
        import(&app, &account_key(file), passphrase).await;
        app.browser.gone("dialog[open]").await;
        app.browser.see_in(".keys", FINGERPRINT).await;
        app.browser.see("1 key").await;
        press_in(&app.browser, ".keys", "Remove…").await;
        app.browser.see_in("dialog", "No connection signs with it.").await;
        app.browser.click("Remove key").await;
        app.browser.see("No key is in this browser").await;
    }
    assert!(app.world.journal().is_empty(), "no key goes anywhere");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ecdsa_keys_are_read_and_the_same_key_is_kept_once() {
    let app = open().await;
    for file in ["jdoe-ecdsa.sec1.pem", "jdoe-ecdsa.pkcs8.pem", "jdoe-ecdsa.openssh.pem"] {
        open_import(&app).await;
        import(&app, &account_key(file), None).await;
        app.browser.gone("dialog[open]").await;
        app.browser.see_in(".keys", "1f:9a:2b:76:b7:69:d7:1b:3f:29:da:1d:38:85:a8:7a").await;
        app.browser.see("2 connections · 1 key").await;
    }
    // It is still there, and still not readable, after a reload.
    app.goto("connections").await;
    app.browser.see("2 connections · 1 key").await;
    let script = "const done = arguments[0]; const open = indexedDB.open('image-console'); open.onsuccess = () => { \
        const all = open.result.transaction('keys').objectStore('keys').getAll(); \
        all.onsuccess = () => { open.result.close(); done(all.result.map(r => [r.key.extractable, r.key.usages.join()])); }; };";
    let keys = app.browser.driver.execute_async(script, vec![]).await.expect("the stored keys");
    assert_eq!(keys.json().to_string(), r#"[[false,"sign"]]"#);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_wrong_passphrase_is_said_at_its_field_and_the_right_one_works_after_it() {
    let app = open().await;
    open_import(&app).await;
    import(&app, &account_key("jdoe-rsa.pkcs8-encrypted.pem"), Some("guess")).await;
    app.browser.see_in("dialog", "The passphrase does not open this key").await;
    assert!(said_at(&app.browser, "Passphrase").await.starts_with("The passphrase does not open this key"));
    app.browser.fill("Passphrase", "").await;
    app.browser.click("Import").await;
    app.browser.see_in("dialog", "its passphrase is needed").await;
    app.browser.fill("Passphrase", "triton").await;
    app.browser.click("Import").await;
    app.browser.gone("dialog[open]").await;
    app.browser.see_in(".keys", FINGERPRINT).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_no_key_or_no_usable_one_is_said_in_words() {
    let app = open().await;
    open_import(&app).await;
    let readme = account_key("README.md");
    let refused = [
        (readme, "This is not a private key."),
        (account_key("jdoe-rsa.pub"), "This is a public key."),
        (odd_key("rsa.crt"), "This is a certificate."),
        (odd_key("dsa.openssh"), "Keys of the kind"),
        (odd_key("ed25519.openssh"), "Ed25519"),
        (odd_key("dsa.pkcs8.pem"), "DSA"),
        (odd_key("ed25519.pkcs8.pem"), "cannot be used here. RSA and ECDSA keys (P-256, P-384, P-521) work."),
        (odd_key("secp256k1.traditional.pem"), "cannot be used in a browser"),
    ];
    for (file, words) in refused {
        app.browser.control("File of the private key").await.send_keys(&file).await.expect("a file");
        let name = file.rsplit('/').next().unwrap_or_default();
        app.browser.see_in("dialog .drop", name).await;
        app.browser.see_in("dialog .field", words).await;
        app.browser.click("Import").await;
        app.browser.see_in("dialog .field", words).await;
    }
    // Text that was pasted is judged alike.
    app.browser
        .fill("Or its text", "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----\n")
        .await;
    app.browser.wait_for("the complaint", "return [...document.querySelectorAll('dialog textarea')].some(t => t.getAttribute('aria-invalid') === 'true')", vec![]).await;
    let said = said_at(&app.browser, "Or its text").await;
    assert!(said.contains("damaged") || said.contains("end of the key is missing"), "{said}");
    app.browser.click("Cancel").await;
    app.browser.see("No key is in this browser").await;
    app.close().await;
}
