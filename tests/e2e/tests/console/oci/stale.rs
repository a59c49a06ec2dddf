//! 412: the image changed after the user looked. Nothing is done until they have seen what.

use image_console_emulator::oci::Kind;
use serde_json::json;

use super::world::*;
use crate::actions::gestures::see_fact;
use crate::actions::world::{wait_for_writes, writes};

#[tokio::test(flavor = "multi_thread")]
async fn an_export_of_a_changed_image_shows_what_changed_and_goes_out_on_the_new_etag() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::Image, WEB);
    let seen = etag(&app, Kind::Image, &id);
    fill_export(&app, FRA, &id, "changed.oci").await;
    let change =
        json!({ "displayName": "ol8-web-renamed", "freeformTags": { "team": "ops" }, "launchMode": null });
    assert!(app.world.with_world(|w| w.oci().edit(FRANKFURT, Kind::Image, &id, change)));
    let now = etag(&app, Kind::Image, &id);
    browser.click("Export image").await;
    browser.see_in("dialog", "The image has changed").await;
    see_fact(browser, "displayName", "ol8-web-2024-03 → ol8-web-renamed").await;
    see_fact(browser, "launchMode", "→ (not there)").await;
    let tags = "return [...document.querySelectorAll('dialog[open] dt')].some(dt => dt.textContent.startsWith('freeformTags') && dt.nextElementSibling.innerText.includes('ops'))";
    browser.wait_for("the tag's change", tags, vec![]).await;
    browser.see_in("dialog", &format!("sends it on the new etag {now}")).await;
    assert_eq!(executed(&app, "ExportImage", &id), 0, "nothing was done behind the user's back");
    assert_eq!(browser.value("objectName").await, "changed.oci");
    assert_eq!(writes(&app).len(), 1, "a 412 is not sent again by itself");

    send_export(browser).await;
    let sent = wait_for_writes(&app, 2).await;
    assert_eq!(sent.len(), 2);
    let body = to_bucket("changed.oci", "OCI");
    let first = assert_post(&sent[0], COMPUTE, &export_path(&id), &seen, &body);
    let second = assert_post(&sent[1], COMPUTE, &export_path(&id), &now, &body);
    assert_ne!(first, second, "another request needs another token");
    assert_eq!(executed(&app, "ExportImage", &id), 1);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_restoration_of_a_changed_image_shows_what_changed() {
    let app = open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, Kind::ContainerImage, "shop/api:1.3.0@");
    app.goto(&format!("images/{FRA}/{id}?action=restore")).await;
    browser.see_in("dialog h2", "Restore shop/api").await;
    browser.see_in("dialog", "Can be restored for").await;
    let seen = etag(&app, Kind::ContainerImage, &id);
    app.world
        .with_world(|w| w.oci().edit(FRANKFURT, Kind::ContainerImage, &id, json!({ "pullCount": 4711 })));
    let now = etag(&app, Kind::ContainerImage, &id);
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image has changed").await;
    see_fact(browser, "pullCount", "→ 4711").await;
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 0);
    browser.click("Restore image").await;
    browser.see_in("dialog", "The image was restored.").await;
    let sent = writes(&app);
    assert_eq!(sent.len(), 2);
    assert_post(&sent[0], ARTIFACTS, &restore_path(&id), &seen, &json!({}));
    assert_post(&sent[1], ARTIFACTS, &restore_path(&id), &now, &json!({}));
    assert_eq!(executed(&app, "RestoreContainerImage", &id), 1);
    app.close().await;
}
