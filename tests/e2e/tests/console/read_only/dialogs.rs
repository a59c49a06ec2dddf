//! Addresses that open a dialog are no way round: it says why, and neither its button nor Enter sends.

use image_console_emulator::oci::Kind;

use super::world::*;
use crate::actions::world::{EAST, MY_IMAGE};
use crate::oci::world::{FRA, WEB, id_of};
use crate::service_instances::world::{CF, ORDERS, guid};

#[tokio::test(flavor = "multi_thread")]
async fn every_dialog_opened_by_its_address_says_why_and_sends_nothing() {
    let app = open("about").await;
    let browser = &app.browser;
    let ours = format!("images/{EAST}/{MY_IMAGE}");
    let web = format!("images/{FRA}/{}", id_of(&app, Kind::Image, WEB));
    let api = format!("images/{FRA}/{}", id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@"));
    let orders = format!("service-instances/{CF}/{}", guid(&app, ORDERS));
    for (address, verb) in [
        (format!("images?source={EAST}&action=create"), "Create image"),
        (format!("images?source={EAST}&action=import-from-datacenter"), "Import image"),
        (format!("{ours}?action=update"), "Update image"),
        (format!("{ours}?action=clone"), "Clone image"),
        (format!("{ours}?action=export"), "Export image"),
        (format!("{ours}?action=delete"), "Delete image"),
        (format!("{web}?action=export"), "Export image"),
        (format!("{api}?action=restore"), "Restore image"),
        (format!("{orders}?action=backup"), "Create backup"),
        (format!("{orders}?action=restore"), "Restore"),
    ] {
        app.goto(&address).await;
        browser.see_in("dialog[open]", "Nothing can be sent from here").await;
        browser.see_in("dialog[open]", REASON).await;
        assert_refused(browser, verb).await;
        // What a form does by itself on Enter, without looking at its button.
        browser.script("document.querySelector('dialog[open] form').requestSubmit()", vec![]).await;
        assert_refused(browser, verb).await;
    }
    assert_only_read(&app);
    app.close().await;
}
