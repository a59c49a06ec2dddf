//! DeleteImage: `DELETE /:login/images/:id`, once, after the name was typed.

use image_console_e2e::App;
use serde_json::Value;
use thirtyfour::prelude::*;

use super::keyboard::Keyboard;
use super::preview;
use super::world::{EAST, assert_request, id_of, image, only_write, writes};

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_deleted_once_its_name_is_typed() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, EAST, "retired-app");
    browser.fill("Search name", "retired-app").await;
    browser.click("retired-app").await;
    browser.see_in("dd", &id).await;
    browser.click("Delete…").await;
    browser.see("No image that us-east-1 lists was made from this one.").await;
    let preview = preview::read(browser).await;

    browser.fill("Type the image's name to confirm: retired-app", "retired-ap").await;
    browser.click("Delete image").await;
    browser.see("Type retired-app, exactly as it is written.").await;
    assert_eq!(writes(&app).len(), 0);

    browser.fill("Type the image's name to confirm: retired-app", "retired-app").await;
    let button = browser.named("Delete image").await;
    button.scroll_into_view().await.expect("scrolls");
    browser.driver.action_chain().double_click_element(&button).perform().await.expect("a double click");
    browser.gone("dialog[open]").await;
    browser.see_in("h1", "Images").await;
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;

    let sent = only_write(&app);
    assert_request(&sent, EAST, "DELETE", &format!("/jdoe/images/{id}"), None);
    preview.assert_is(&app, &sent);
    assert_eq!(preview.triton, ["image", "delete", &id]);
    assert_eq!(image(&app, EAST, &id), Value::Null);
    browser.see("453 of 453").await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_deleted_by_keyboard_alone_from_the_table() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    let id = id_of(&app, EAST, "retired-app");
    browser.see("454 of 454").await;
    keyboard.text("/").await;
    keyboard.focused("Search name").await;
    keyboard.text("retired-app").await;
    browser.see("1 of 454").await;
    keyboard.enter("retired-app").await;
    browser.see_in("dd", &id).await;
    keyboard.enter("Delete…").await;
    keyboard.focused("Type the image's name to confirm").await;
    keyboard.text("retired-app").await;
    keyboard.press(Key::Enter).await;
    browser.gone("dialog[open]").await;
    browser.see("DeleteImage retired-app 3.1.4: succeeded").await;
    assert_request(&only_write(&app), EAST, "DELETE", &format!("/jdoe/images/{id}"), None);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_that_others_were_made_from_is_not_deleted_and_says_which() {
    let app = App::open("images").await;
    let browser = &app.browser;
    let id = id_of(&app, EAST, "billing-api-base");
    browser.see("454 of 454").await;
    app.goto(&format!("images/{EAST}/{id}?action=delete")).await;
    // The list of this connection has not been read on this page, so nobody knows of dependents.
    browser.see("The images of us-east-1 were not read in full here").await;
    browser.fill("Type the image's name", "billing-api-base").await;
    browser.click("Delete image").await;
    browser.see_in("dialog", "The image was not deleted").await;
    browser.see_in("dialog", "ImageHasDependentImages").await;
    assert_eq!(browser.value("Type the image's name").await, "billing-api-base");
    assert_eq!(writes(&app).len(), 1);
    assert_eq!(image(&app, EAST, &id)["name"], "billing-api-base");

    // With the list it is known before anything is sent.
    browser.click("Read the whole list").await;
    browser.see_in("dialog", "Made from this one: 1 image").await;
    browser.see_in("dialog", "billing-api 5.3.2").await;
    browser
        .see_in("dialog", "1 image was made from this one and must be deleted first: billing-api 5.3.2.")
        .await;
    browser.click("Delete image").await;
    assert_eq!(writes(&app).len(), 1);
    app.close().await;
}
