//! CloneImage: `POST /:login/images/:id?action=clone`, which has no inputs.

use image_console_e2e::App;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::gestures::{double_click, see_fact};
use super::keyboard::Keyboard;
use super::preview;
use super::world::{EAST, JDOE, MY_IMAGE, assert_request, id_of, image, only_write, writes};

#[tokio::test(flavor = "multi_thread")]
async fn a_shared_image_is_cloned_and_the_copy_is_ones_own() {
    let app = App::open("images").await;
    let browser = &app.browser;
    browser.see("454 of 454").await;
    let id = id_of(&app, EAST, "shared-runtime");
    app.goto(&format!("images/{EAST}/{id}")).await;
    browser.see_in("h1", "shared-runtime").await;
    browser.click("Clone…").await;
    let preview = preview::read(browser).await;
    double_click(browser, "Clone image").await;
    browser.gone("dialog[open]").await;
    browser.see("CloneImage shared-runtime 4.2.0: succeeded").await;

    let sent = only_write(&app);
    assert_request(&sent, EAST, "POST", &format!("/jdoe/images/{id}?action=clone"), None);
    preview.assert_is(&app, &sent);
    assert_eq!(preview.triton, ["image", "clone", &id]);

    let copies = app.world.with_world(|world| world.triton().images(EAST));
    let copy = copies.iter().find(|i| i["name"] == "shared-runtime" && i["owner"] == JDOE).expect("the copy");
    assert_eq!(copy.get("acl").unwrap_or(&json!([])), &json!([]));
    // The page that is open is the copy's.
    see_fact(browser, "id", copy["id"].as_str().expect("an id")).await;
    see_fact(browser, "owner", JDOE).await;
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_image_is_cloned_by_keyboard_alone() {
    let app = App::open("images").await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    let id = id_of(&app, EAST, "shared-runtime-gpu");
    browser.see("454 of 454").await;
    keyboard.text("/").await;
    keyboard.focused("Search name").await;
    keyboard.text("shared-runtime-gpu").await;
    browser.see("2 of 454").await;
    // It is in both datacenters; the palette tells them apart.
    keyboard.palette("shared-runtime-gpu", "us-east-1").await;
    see_fact(browser, "id", &id).await;
    keyboard.enter("Clone…").await;
    browser.see_in("dialog", "The copy gets an id of its own").await;
    keyboard.enter("Clone image").await;
    browser.gone("dialog[open]").await;
    browser.see("CloneImage shared-runtime-gpu 4.2.0: succeeded").await;
    assert_request(&only_write(&app), EAST, "POST", &format!("/jdoe/images/{id}?action=clone"), None);
    app.close().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ones_own_image_is_not_cloned_and_the_button_says_why() {
    let app = App::open(&format!("images/{EAST}/{MY_IMAGE}")).await;
    let (browser, keyboard) = (&app.browser, Keyboard(&app.browser));
    browser.see_in("h1", "my-image").await;
    let disabled = "return [...document.querySelectorAll('button[aria-disabled=true]')].some(b => b.innerText === 'Clone…')";
    browser.wait_for("the button to be disabled", disabled, vec![]).await;
    keyboard.tab_to("Clone…").await;
    browser
        .see("This image is your own. Cloning makes a copy of an image that another account shared with you.")
        .await;
    keyboard.press(Key::Enter).await;
    // Opened by its address all the same, the dialog refuses as well.
    app.goto(&format!("images/{EAST}/{MY_IMAGE}?action=clone")).await;
    browser.see_in("dialog", "This is not possible with this image").await;
    browser.see_in("dialog", "This image is your own.").await;
    browser.click("Clone image").await;
    assert_eq!(writes(&app).len(), 0);
    assert_ne!(image(&app, EAST, MY_IMAGE), Value::Null);
    app.close().await;
}
