//! What the last visit saw is there at once, marked with its age, until the fresh list is.

use image_console_emulator::Fault;

use crate::fault_support::{EU, US, US_LIST, own_image, press_in, table, whole};

const ID: &str = "0f0f0f0f-0000-4000-8000-0000000000c1";

#[tokio::test(flavor = "multi_thread")]
async fn the_last_visits_rows_stand_until_the_fresh_ones_come() {
    let app = table().await;
    app.browser.see("updated").await;
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "new-since-then")))
        .expect("an image");
    app.world.add_fault(Fault::on("GET", "*/jdoe/images").hang());
    app.goto("images").await;
    app.browser.see("454 of 454 · from the last visit,").await;
    app.browser.see("us-east-1: 226 of 226 so far").await;
    app.browser.see("eu-central-1: 228 of 228 so far").await;
    let rows = app.browser.script("return document.querySelectorAll('tbody tr').length", vec![]).await;
    assert!(rows.as_u64().unwrap_or_default() > 5, "rows are drawn");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fresh_rows_replace_those_of_the_last_visit() {
    let app = table().await;
    app.world
        .with_world(|w| w.triton().put_image("us-east-1", own_image(ID, "new-since-then")))
        .expect("an image");
    app.world.add_fault(Fault::on("GET", US_LIST).hold_after_bytes(30_000));
    app.goto("images").await;
    app.browser.see("us-east-1: 226 of 226 so far").await;
    app.browser.see("from the last visit,").await;
    app.browser.see(EU).await;
    app.world.clear_faults();
    app.browser.see("us-east-1: 227 of 227").await;
    app.browser.see_gone("so far").await;
    app.browser.see_gone("from the last visit").await;
    app.browser.see("updated").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_copy_outlives_a_failed_list() {
    let app = table().await;
    app.world.add_fault(
        Fault::on("GET", US_LIST).status(503, "{\"code\":\"ServiceUnavailable\",\"message\":\"m\"}"),
    );
    app.goto("images").await;
    app.browser.see("us-east-1: the images could not be listed; 226 rows from before stay").await;
    app.browser.see("from the last visit,").await;
    app.browser.see("us-east-1: 226 of 226, not complete").await;
    app.world.clear_faults();
    press_in(&app.browser, ".notice.bad", "Retry").await;
    whole(&app).await;
    app.browser.see(US).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_connection_added_here_survives_a_reload_and_leaves_nothing_when_removed() {
    let app = table().await;
    app.goto("connections?action=add").await;
    app.browser.fill("Name", "Acme east").await;
    app.browser.fill("Endpoint", &format!("{}/triton-as/acme/us-east-1", app.world.api_url())).await;
    app.browser.fill("Account", "acme").await;
    app.browser.click("Save").await;
    app.browser.see("3 connections").await;
    app.browser.click("Images").await;
    app.browser.see("Acme east: ").await;
    app.browser.see_gone("so far").await;
    app.goto("images").await;
    app.browser.see("Acme east: ").await;
    whole(&app).await;
    let keys = "const done = arguments[0]; caches.open('image-console-lists').then(c => c.keys()).then(k => done(k.map(r => decodeURIComponent(r.url))))";
    let kept = app.browser.driver.execute_async(keys, vec![]).await.expect("the cache's keys");
    assert!(kept.json().to_string().contains("acme-east /acme/images"), "{}", kept.json());

    app.browser.click("Connections").await;
    press_in(&app.browser, ".card:has([href*='acme-east'])", "Remove…").await;
    app.browser.see_in("dialog", "the copies of its lists are deleted from this browser").await;
    app.browser.click("Remove connection").await;
    app.browser.see("2 connections").await;
    let kept = app.browser.driver.execute_async(keys, vec![]).await.expect("the cache's keys");
    assert!(!kept.json().to_string().contains("acme"), "{}", kept.json());
    app.goto("images").await;
    whole(&app).await;
    app.browser.see_gone("Acme east").await;
    app.close().await;
}
