//! A restore without a mouse.

use serde_json::json;
use thirtyfour::prelude::*;

use super::world::*;
use crate::actions::gestures::see_fact;
use crate::actions::keyboard::Keyboard;

#[tokio::test(flavor = "multi_thread")]
async fn an_instance_is_found_and_restored_with_the_keyboard_alone() {
    let app = open("service-instances").await;
    let browser = &app.browser;
    let keyboard = Keyboard(browser);
    browser.see_in("tbody", "prod").await;
    browser.see_gone("read so far").await;
    keyboard.fill("Search name", ORDERS).await;
    browser.see_in(".table-foot", "match").await;
    keyboard.tab_to(ORDERS).await;
    keyboard.press(Key::Enter).await;
    browser.see_in("h1", ORDERS).await;
    browser.see("the latest first").await;
    keyboard.enter("Restore…").await;
    browser.see_in("dialog h2", "Restore orders-db").await;
    keyboard.tab_to("backup_id").await;
    keyboard.text(LATEST).await;
    browser.see_in("[role=option]", LATEST).await;
    keyboard.press(Key::Down).await;
    keyboard.press(Key::Enter).await;
    keyboard.fill("Type the instance's name", ORDERS).await;
    keyboard.press(Key::Enter).await;
    browser.see_in("h1", "Restore service instance").await;
    assert_eq!(restores(&app, &guid(&app, ORDERS)), [json!({ "backup_id": LATEST })]);
    app.world.advance(90_000);
    keyboard.enter("Check now").await;
    see_fact(browser, "status", "succeeded; the API says COMPLETE").await;
    app.close().await;
}
