//! ExportImage: `POST /:login/images/:id?action=export&manta_path=…`, without a body.

use image_console_e2e::App;
use serde_json::json;
use thirtyfour::prelude::*;

use super::gestures::{assert_facts, double_click, pasted};
use super::keyboard::Keyboard;
use super::preview;
use super::world::{EAST, MY_IMAGE, assert_request, only_write, writes};

#[tokio::test(flavor = "multi_thread")]
async fn an_export_tells_its_file_names_while_typing_and_where_they_are_at_the_end() {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    let browser = &app.browser;
    browser.see_in("h1", "my-image").await;
    browser.click("Export…").await;
    browser
        .wait_for(
            "the suggested path",
            "return document.querySelector('dialog[open] input')?.value === '/jdoe/stor/'",
            vec![],
        )
        .await;

    browser.fill("manta_path", "/acme/stor/x").await;
    browser.click("Export image").await;
    browser
        .wait_for(
            "the mark",
            "return document.querySelector('dialog[open] input[aria-invalid=true]') !== null",
            vec![],
        )
        .await;
    assert_eq!(writes(&app).len(), 0);

    browser.fill("manta_path", "/jdoe/stor/images").await;
    for name in [
        "/jdoe/stor/images/my-image-1.0.0.zfs.gz",
        "/jdoe/stor/images/my-image-1.0.0.imgmanifest",
        "/jdoe/stor/images.zfs.gz",
        "/jdoe/stor/images.imgmanifest",
    ] {
        browser.see_in("dialog .file-names", name).await;
    }
    let preview = preview::read(browser).await;
    double_click(browser, "Export image").await;
    browser.see_in("dialog", "The image was exported.").await;
    assert_facts(
        browser,
        &[
            ("manta_url", "https://us-east.manta.example.com"),
            ("image_path", "/jdoe/stor/images/my-image-1.0.0.zfs.gz"),
            ("manifest_path", "/jdoe/stor/images/my-image-1.0.0.imgmanifest"),
        ],
    )
    .await;
    browser.click("Copy manifest_path").await;
    browser.see_in("dialog dd", "Copied").await;
    browser.click("Close").await;
    assert_eq!(pasted(browser).await, json!("/jdoe/stor/images/my-image-1.0.0.imgmanifest"));

    let sent = only_write(&app);
    let target = format!("/jdoe/images/{MY_IMAGE}?action=export&manta_path=%2Fjdoe%2Fstor%2Fimages");
    assert_request(&sent, EAST, "POST", &target, None);
    preview.assert_is(&app, &sent);
    assert_eq!(preview.triton, ["image", "export", MY_IMAGE, "/jdoe/stor/images"]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_exported_by_keyboard_alone() {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see_in("h1", "my-image").await;
    keyboard.palette("export", "This image: export").await;
    keyboard.focused("manta_path").await;
    browser
        .wait_for("the suggested path", "return document.activeElement.value === '/jdoe/stor/'", vec![])
        .await;
    keyboard.text("backups/2024/web").await;
    browser.see_in("dialog .file-names", "/jdoe/stor/backups/2024/web.zfs.gz").await;
    keyboard.press(Key::Enter).await;
    browser.see_in("dialog", "The image was exported.").await;
    keyboard.focused("Outcome of the export").await;
    keyboard.enter("Copy image_path").await;
    browser.see_in("dialog dd", "Copied").await;
    keyboard.press(Key::Escape).await;
    browser.gone("dialog[open]").await;
    assert_eq!(pasted(browser).await, json!("/jdoe/stor/backups/2024/web.zfs.gz"));
    let target =
        format!("/jdoe/images/{MY_IMAGE}?action=export&manta_path=%2Fjdoe%2Fstor%2Fbackups%2F2024%2Fweb");
    assert_request(&only_write(&app), EAST, "POST", &target, None);
    app.close().await;
}
