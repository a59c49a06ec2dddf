//! What the API refuses: at its fields, with nothing lost, and with a way on.

use serde_json::json;

use super::world::*;
use crate::actions::gestures::{choose, see_fact};
use crate::fault_support::said_at;

#[tokio::test(flavor = "multi_thread")]
async fn what_is_wrong_with_a_value_is_said_at_its_field() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid_ = open_restore(&app, CF, ORDERS).await;
    browser.see_in("dialog", "the latest first").await;
    browser.click("Type the backup's id").await;
    browser.fill("backup_id", "bk-none").await;
    browser.fill("Type the instance's name", ORDERS).await;
    browser.click("Restore").await;
    browser.see_in("dialog", "The restore was not started").await;
    browser.see_in("dialog", "CF-UnprocessableEntity (10008)").await;
    let said = said_at(browser, "backup_id").await;
    assert!(said.contains("Backup bk-none not found"), "{said}");
    assert_eq!(browser.value("backup_id").await, "bk-none", "what was typed is still there");
    assert_eq!(browser.value("Type the instance's name").await, ORDERS);

    choose(browser, "Another instance").await;
    browser.see_in("dialog", "other instances to choose from").await;
    pick_by(browser, "source_service_instance_guid", &guid(&app, "orders-pg")).await;
    browser.fill("backup_id", "bk-any").await;
    browser.click("Restore").await;
    browser.see_in("dialog", "not of the same service offering").await;
    let said = said_at(browser, "source_service_instance_guid").await;
    assert!(said.contains("not of the same service offering"), "{said}");
    assert_eq!(restores(&app, &guid_).len(), 0);

    // The dialog goes on from there.
    choose(browser, "This instance").await;
    browser.fill("backup_id", LATEST).await;
    browser.click("Restore").await;
    browser.see_in("h1", "Restore service instance").await;
    assert_eq!(restores(&app, &guid_), [json!({ "backup_id": LATEST })]);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_in_the_way_can_be_followed() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid = open_restore(&app, CF, ORDERS).await;
    browser.see_in("dialog", "the latest first").await;
    let path = format!("/v3/service_instances/{guid}/actions/restore");
    assert_eq!(as_admin(&app, "POST", &path, &json!({ "backup_id": LATEST })).await, 202);
    restore_latest(&app, &guid, ORDERS).await;
    browser.see_in("dialog", "CF-AsyncServiceInstanceOperationInProgress (60016)").await;
    browser.see_in("dialog", "Another operation of this service instance is under way").await;
    browser.click("Follow the running operation").await;
    browser.see_in("h1", "Operation of service instance").await;
    see_fact(browser, "status", "in progress").await;
    later(&app, 80).await;
    see_fact(browser, "status", "succeeded").await;
    assert_eq!(restores(&app, &guid).len(), 1, "only the other one's");
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_begun_elsewhere_is_followed_from_the_page() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid = guid(&app, "busy-db");
    app.goto(&format!("service-instances/{CF}/{guid}")).await;
    see_fact(browser, "state", "in progress").await;
    browser.see("nothing here follows it").await;
    let blocked = "return [...document.querySelectorAll('.page-header button')].filter(b => b.getAttribute('aria-disabled') === 'true').map(b => b.innerText.trim()).join()";
    assert_eq!(browser.script(blocked, vec![]).await, "Create backup…,Restore…");
    browser.click("Follow until it has ended").await;
    browser.see_in(".job", "Operation of service instance").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_lost_answer_is_looked_for_and_never_sent_again() {
    let app = open("connections").await;
    let browser = &app.browser;
    let guid = open_restore(&app, CF, "fault-drop-after").await;
    restore_latest(&app, &guid, "fault-drop-after").await;
    browser.see_in("h1", "Restore service instance").await;
    browser.see("The answer was lost").await;
    assert_eq!(asked(&app).len(), 1);
    app.goto("activity").await;
    browser.see_in(".job", "Restore service instance").await;
    assert_eq!(asked(&app).len(), 1, "reloading sends nothing");
    assert_eq!(restores(&app, &guid).len(), 1);
    app.close().await;
}
