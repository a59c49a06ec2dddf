//! ExportImage: every format to a bucket, and a plain URL.

use image_console_emulator::oci::{Kind, NAMESPACE};
use serde_json::json;

use super::world::*;
use crate::actions::gestures::{choose, pick, see_fact};
use crate::actions::world::writes;

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_exported_to_a_bucket_in_every_format() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    let formats = [("OCI", ".oci"), ("QCOW2", ".qcow2"), ("VMDK", ".vmdk"), ("VHD", ".vhd"), ("VDI", ".vdi")];
    let mut tokens = Vec::new();
    for (at, (format, extension)) in formats.into_iter().enumerate() {
        let seen = etag(&app, Kind::Image, &id);
        open_export(&app, FRA, &id).await;
        choose(browser, format).await;
        let object = format!("{WEB}{extension}");
        let script =
            "return [...document.querySelectorAll('dialog[open] input')].some(i => i.value === arguments[0])";
        browser.wait_for("the suggested object", script, vec![json!(object)]).await;
        pick(browser, "bucketName", "image", BUCKET).await;
        let command = spelling(browser, "oci", "oci compute image export to-object").await;
        assert!(command.contains(&format!("--export-format {format}")), "{command}");
        assert!(command.contains(BUCKET) && command.contains(&object), "{command}");
        send_export(browser).await;

        let sent = writes(&app);
        assert_eq!(sent.len(), at + 1, "one press, one request");
        let token = assert_post(&sent[at], COMPUTE, &export_path(&id), &seen, &to_bucket(&object, format));
        assert!(!tokens.contains(&token), "each intent has a token of its own");
        tokens.push(token);
        assert_eq!(executed(&app, "ExportImage", &id), at + 1);
        assert_eq!(image(&app, Kind::Image, &id)["lifecycleState"], "EXPORTING");

        app.world.advance(25_000);
        browser.click("Check now").await;
        see_fact(browser, "status", "succeeded; the API says SUCCEEDED").await;
        let object = format!("{BUCKET}/{object}");
        assert!(app.world.with_world(|w| w.oci().has_exported(FRANKFURT, &object)), "{object}");
    }
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_exported_to_a_plain_url() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    let seen = etag(&app, Kind::Image, &id);
    open_export(&app, FRA, &id).await;
    choose(browser, "objectStorageUri").await;
    browser.click("Export image").await;
    browser
        .wait_for(
            "the mark",
            "return document.querySelector('dialog[open] input[aria-invalid=true]') !== null",
            vec![],
        )
        .await;
    assert_eq!(writes(&app).len(), 0, "nothing goes out without a destination");

    let uri =
        format!("https://objectstorage.{FRANKFURT}.oraclecloud.com/n/{NAMESPACE}/b/{BUCKET}/o/plain.oci");
    browser.fill("destinationUri", &uri).await;
    browser.see_in("dialog", &format!("Object plain.oci in bucket {BUCKET} of namespace {NAMESPACE}.")).await;
    let command = spelling(browser, "oci", "oci compute image export to-object-uri").await;
    assert!(command.contains(&uri), "{command}");
    send_export(browser).await;
    let sent = writes(&app);
    assert_eq!(sent.len(), 1);
    let body = json!({ "destinationType": "objectStorageUri", "destinationUri": uri, "exportFormat": "OCI" });
    assert_post(&sent[0], COMPUTE, &export_path(&id), &seen, &body);
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_service_refuses_is_said_at_its_field_and_nothing_typed_is_lost() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    fill_export(&app, FRA, &id, "fault-400-related.oci").await;
    browser.click("Export image").await;
    browser.see_in("dialog", "The image was not exported").await;
    browser.see_in("dialog", "RelatedResourceNotAuthorizedOrNotFound").await;
    browser.see_in("dialog", "Something the request refers to does not exist, or you may not use it").await;
    assert_eq!(browser.value("objectName").await, "fault-400-related.oci");
    assert_eq!(writes(&app).len(), 1);
    assert_eq!(executed(&app, "ExportImage", &id), 0);
    // The same dialog goes on, as a new intent.
    browser.fill("objectName", "good.oci").await;
    send_export(browser).await;
    let sent = writes(&app);
    assert_eq!(sent.len(), 2);
    assert_ne!(header(&sent[0], "opc-retry-token"), header(&sent[1], "opc-retry-token"));
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_is_not_available_says_why_it_cannot_be_exported() {
    let app = open("images").await;
    let browser = &app.browser;
    for (name, why) in [
        ("nightly-export", "This image is being exported already."),
        ("capture-of-web-7", "This image is still being made."),
        ("deleted-last-week", "This image was deleted, so there is nothing to export."),
    ] {
        let id = id_of(&app, Kind::Image, name);
        app.goto(&format!("images/{FRA}/{id}?action=export")).await;
        browser.see_in("dialog", "This is not possible with this image").await;
        browser.see_in("dialog", why).await;
    }
    assert_eq!(writes(&app).len(), 0);
    app.close().await;
}
