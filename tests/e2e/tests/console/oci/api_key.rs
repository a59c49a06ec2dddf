//! An API key in the browser, set up from a section of an OCI config file, against services that verify.

use image_console_e2e::App;
use image_console_e2e::app::options;
use image_console_emulator::oci::Kind;
use image_console_emulator::{Entry, Options};

use super::world::*;
use crate::actions::gestures::see_fact;
use crate::actions::world::only_write;
use crate::connections::import;
use crate::fault_support::account_key;

/// Adds a connection of that name by the plain proxy, from the section and the key that it names,
/// and tests it.
pub async fn add(app: &App, name: &str) {
    let browser = &app.browser;
    let (tenancy, user, fingerprint) = identity(app);
    app.goto("connections?action=add").await;
    browser.control("Kind").await.send_keys("Oracle Cloud").await.expect("keys");
    browser.see_in("dialog", "Fill in from an OCI config file").await;
    browser.fill("Name", name).await;
    browser.click("Fill in from an OCI config file").await;
    let section = format!(
        "[WORK]\nuser={user}\nfingerprint={fingerprint}\ntenancy={tenancy}\nregion={FRANKFURT}\nkey_file=~/.oci/ola.pem\npass_phrase=never-kept\n"
    );
    browser.fill("Or a section of it", &section).await;
    browser.keys("\u{e004}").await;
    browser.see_in("dialog", "Section [WORK] was filled in.").await;
    browser.see_in("dialog", &format!("its fingerprint must be {fingerprint}")).await;
    assert_eq!(browser.value("Region").await, FRANKFURT);
    assert_eq!(browser.value("Tenancy OCID").await, tenancy);
    assert_eq!(browser.value("User OCID").await, user);
    for (label, service) in [
        ("Compute endpoint", "compute"),
        ("Artifacts endpoint", "artifacts"),
        ("Identity endpoint", "identity"),
        ("Object Storage endpoint", "objectStorage"),
    ] {
        browser.fill(label, &endpoint(app, "oci", service)).await;
    }
    browser.click("Import a key…").await;
    browser.see_in("dialog", "File of the private key").await;
    import(app, &account_key("ola.pkcs8.pem"), None).await;
    let one = "return document.querySelectorAll('dialog[open]').length === 1";
    browser.wait_for("the import dialog to go", one, vec![]).await;
    browser.click("Choose compartments…").await;
    browser.see_in(".compartments", "compartments chosen").await;
    browser.click(&format!("shop {}", compartment(app, "shop"))).await;
    browser.see_in(".compartments", "1 of ").await;
    assert_eq!(browser.value("Compartments").await, compartment(app, "shop"));
    browser.click("Save and test").await;
    browser.gone("dialog[open]").await;
}

fn signed(app: &App) -> Vec<Entry> {
    let (tenancy, user, fingerprint) = identity(app);
    let all: Vec<Entry> =
        app.world.journal().into_iter().filter(|e| e.via.starts_with("/oci/eu-frankfurt-1/")).collect();
    for entry in &all {
        let authorization = header(entry, "authorization");
        assert!(authorization.starts_with("Signature version=\"1\""), "{authorization}");
        assert!(
            authorization.contains(&format!("keyId=\"{tenancy}/{user}/{fingerprint}\"")),
            "{authorization}"
        );
        assert!(authorization.contains("algorithm=\"rsa-sha256\""), "{authorization}");
        assert!(header(entry, "x-date").ends_with(" GMT"));
        if entry.method == "POST" {
            assert!(authorization.contains("x-content-sha256"), "{authorization}");
            assert!(!header(entry, "x-content-sha256").is_empty());
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_from_a_config_file_signs_everything_and_is_verified() {
    let options = Options { oci_in_config: true, oci_images: 250, ..options() };
    let app = App::with(options, "connections").await;
    let browser = &app.browser;
    add(&app, "By key").await;
    browser.see_in(".test-result", "It works").await;
    let asked = signed(&app);
    for host in [
        COMPUTE,
        ARTIFACTS,
        "identity.eu-frankfurt-1.oci.oraclecloud.com",
        "objectstorage.eu-frankfurt-1.oraclecloud.com",
    ] {
        assert!(asked.iter().any(|e| e.host == host && e.status == 200), "{host} verified a signature");
    }
    assert!(!stored(browser).await.contains("never-kept"), "the passphrase of the file is not kept");

    browser.click("Images").await;
    browser.see_in(".table-foot", "By key: ").await;
    browser.see_gone("so far").await;
    let lists = signed(&app);
    assert!(lists.iter().all(|e| e.status == 200), "every signature was accepted");
    assert!(lists.iter().any(|e| e.target.contains("page=")), "also those of further pages");

    // Both actions: a body, and none to speak of.
    let id = id_of(&app, Kind::Image, WEB);
    app.world.clear_journal();
    fill_export(&app, "by-key", &id, "größe & Umlaut+%.oci").await;
    send_export(browser).await;
    see_fact(browser, "opc-work-request-id", "ocid1.").await;
    let sent = only_write(&app);
    assert_eq!((sent.status, sent.host.as_str()), (200, COMPUTE));
    assert_eq!(sent.json_body(), to_bucket("größe & Umlaut+%.oci", "OCI"));
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    signed(&app);
    app.world.clear_journal();
    let id = id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@");
    app.goto(&format!("images/by-key/{id}?action=restore")).await;
    browser.see_in("dialog", "Can be restored for").await;
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    assert_eq!(only_write(&app).status, 200);
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 1);
    signed(&app);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_is_ten_minutes_off_is_measured() {
    let app = open("connections").await;
    let browser = &app.browser;
    // The compartments are chosen while the clocks agree.
    add(&app, "Late").await;
    browser.see_in(".test-result", "It works").await;
    for skew in [600_000, -600_000] {
        app.world.set_skew(skew);
        app.goto("connections").await;
        crate::fault_support::press_in(browser, ".card:has([href*='late'])", "Test connection").await;
        browser.see_in(".test-result", "This computer's clock is off").await;
        let said = browser.wait_for("the difference", "return [...document.querySelectorAll('.test-result')].map(e => e.innerText).find(t => t.includes('apart'))", vec![]).await;
        let said = said.as_str().unwrap_or_default();
        let measured = ["10 m", "9 m 59 s", "9 m 58 s"].iter().any(|m| said.contains(&format!("are {m}")));
        assert!(measured, "{said}");
        assert!(
            said.contains("5 minutes are allowed") && said.contains("Set this computer's clock"),
            "{said}"
        );
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_dropped_config_file_offers_its_sections() {
    let app = open("connections?action=add").await;
    let browser = &app.browser;
    let (tenancy, user, fingerprint) = identity(&app);
    browser.control("Kind").await.send_keys("Oracle Cloud").await.expect("keys");
    browser.click("Fill in from an OCI config file").await;
    let file = format!(
        "[DEFAULT]\nregion=us-ashburn-1\ntenancy={tenancy}\n\n[WORK]\nuser={user}\nfingerprint={fingerprint}\nregion={FRANKFURT}\n"
    );
    browser.control("Config file").await;
    let script = "const moved = new DataTransfer(); moved.items.add(new File([arguments[0]], 'config')); \
        const place = document.querySelector('dialog[open] .drop'); \
        for (const type of ['dragover', 'drop']) \
            place.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: moved }));";
    browser.script(script, vec![serde_json::json!(file)]).await;
    browser.control("Section").await.send_keys("WORK").await.expect("keys");
    browser.see_in("dialog", "Section [WORK] was filled in.").await;
    assert_eq!(browser.value("Region").await, FRANKFURT);
    assert_eq!(browser.value("User OCID").await, user);
    assert_eq!(browser.value("Tenancy OCID").await, tenancy, "what a section leaves out is that of DEFAULT");
    app.close().await;
}
