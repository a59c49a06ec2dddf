//! A restore in each of its ways, to its end; sent once, whatever the user does.

use serde_json::json;

use super::world::*;
use crate::actions::gestures::{choose, double_click, see_fact};
use crate::fault_support::{press_in, said_at};
use crate::oci::world::spelling;

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_from_the_list_is_restored_to_the_end() {
    let app = open("service-instances").await;
    let browser = &app.browser;
    browser.fill("Search name", "orders-db").await;
    browser.click(ORDERS).await;
    browser.see_in("h1", ORDERS).await;
    browser.see("10 of 31 backups, the latest first").await;
    press_in(browser, ".backups li", "Restore this one…").await;
    browser.see_in("dialog", "Overwrites the data of orders-db").await;
    assert_eq!(browser.value("backup_id").await, "5 Mar 2024, 01:00:00 UTC", "the backup is filled in");
    // The name is typed, and nothing goes out before it is right.
    browser.click("Restore").await;
    browser.see_in("dialog", "Type orders-db, exactly as it is written.").await;
    browser.fill("Type the instance's name", "orders").await;
    browser.click("Restore").await;
    browser.see_in("dialog", "Type orders-db, exactly as it is written.").await;
    assert_eq!(asked(&app).len(), 0);
    browser.fill("Type the instance's name", ORDERS).await;
    let guid = guid(&app, ORDERS);
    let path = format!("/v3/service_instances/{guid}/actions/restore");
    let http = spelling(browser, "HTTP", "POST ").await;
    assert!(http.contains(&path) && http.contains(LATEST), "{http}");
    let command = spelling(browser, "cf curl", "cf curl").await;
    assert!(command.contains("-X POST") && command.contains(LATEST) && command.ends_with(&path), "{command}");
    spelling(browser, "curl", "curl -sS").await;

    double_click(browser, "Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    see_fact(browser, "status", "PROCESSING").await;
    see_fact(browser, "backup_id", LATEST).await;
    assert_eq!(asked(&app).len(), 1, "a double click is one restore");
    assert_eq!(asked(&app)[0].status, 202);
    assert_eq!(restores(&app, &guid), [json!({ "backup_id": LATEST })]);
    // Reloading finds it again, and sends nothing.
    app.goto("activity").await;
    browser.see_in(".job", "Restore service instance").await;
    browser.click("Restore service instance").await;
    later(&app, 20).await;
    see_fact(browser, "status", "POLLING").await;
    later(&app, 60).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    browser.click(ORDERS).await;
    see_fact(browser, "state", "succeeded").await;
    browser.see_in(".job", "succeeded").await;
    assert_eq!(asked(&app).len(), 1);
    assert_eq!(instance(&app, &guid)["last_operation"]["state"], "succeeded");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_instance_goes_back_to_a_point_in_time() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid = open_restore(&app, CF, ORDERS).await;
    choose(browser, "A point in time").await;
    browser.see_in("dialog", "The first backup is of").await;
    for wrong in ["yesterday", "2099-01-01T00:00:00Z"] {
        browser.fill("target_timestamp", wrong).await;
        browser.click("Restore").await;
        let said = said_at(browser, "target_timestamp").await;
        assert!(said.contains("date and time") || said.contains("has not passed yet"), "{wrong}: {said}");
    }
    assert_eq!(asked(&app).len(), 0);
    browser.fill("target_timestamp", "2024-03-05T10:00:00+01:00").await;
    browser.fill("Type the instance's name", ORDERS).await;
    double_click(browser, "Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    let body = json!({ "restore_point": "pitr", "target_timestamp": "2024-03-05T09:00:00Z" });
    assert_eq!(restores(&app, &guid), [body]);
    assert_eq!(asked(&app).len(), 1);
    later(&app, 80).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_another_instance_is_taken() {
    let app = open("connections").await;
    let browser = &app.browser;
    let (target, source) = (open_restore(&app, CF, "orders-db-copy").await, guid(&app, ORDERS));
    choose(browser, "Another instance").await;
    browser.see_in("dialog", "other instances to choose from").await;
    pick_by(browser, "source_service_instance_guid", &source).await;
    browser.see_in("dialog", "31 backups, the latest first").await;
    pick_by(browser, "backup_id", LATEST).await;
    browser.fill("Type the instance's name", "orders-db-copy").await;
    double_click(browser, "Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    see_fact(browser, "source_service_instance_guid", &source).await;
    let body = json!({ "backup_id": LATEST, "source_service_instance_guid": source });
    assert_eq!(restores(&app, &target), [body]);
    assert_eq!(asked(&app).len(), 1);
    later(&app, 80).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_data_of_a_deleted_instance_is_taken_by_its_guid() {
    let app = open("connections").await;
    let browser = &app.browser;
    let target = open_restore(&app, CF, ORDERS).await;
    let (source, backup) = ("de1e7ed0-5f3a-4c1b-8a2d-0123456789ab", "bk-20231224-0100-dead");
    choose(browser, "Another instance").await;
    browser.click("It has been deleted: type its guid").await;
    browser.fill("source_service_instance_guid", source).await;
    browser.fill("backup_id", backup).await;
    browser.fill("Type the instance's name", ORDERS).await;
    double_click(browser, "Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    let body = json!({ "backup_id": backup, "source_service_instance_guid": source });
    assert_eq!(restores(&app, &target), [body]);
    later(&app, 80).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_backup_is_created_and_appears() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid = open_instance(&app, CF, "empty-db").await;
    browser.see("There is no backup yet.").await;
    browser.click("Create backup…").await;
    browser.see_in("dialog h2", "Create a backup of empty-db").await;
    let command = spelling(browser, "cf curl", "cf curl").await;
    assert!(command.contains("-X POST") && command.ends_with("/backups"), "{command}");
    double_click(browser, "Create backup").await;
    browser.see_in("h1", "Create backup of service instance").await;
    let sent = app.requests("POST", "/backups");
    assert_eq!((sent.len(), sent[0].status), (1, 202));
    later(&app, 80).await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    browser.click("empty-db").await;
    browser.see("1 of 1 backup, the latest first").await;
    assert_eq!(app.world.with_world(|w| w.cloud_foundry().backups(&guid)).len(), 1);
    app.close().await;
}
